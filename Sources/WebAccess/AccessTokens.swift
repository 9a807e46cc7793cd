import Foundation
import Hashing
import LinuxSystem
import NewsModel

/// A key of a program that uses the web interface, without the key itself.
public struct AccessToken: Sendable, Codable, Equatable {
    /// Its name, by which it is revoked and which stands beside what it changes.
    public var name: String
    /// What it may do.
    public var may: WebRole
    /// The SHA-256 of the key, in hexadecimal digits.
    public var sha256: String
    /// When it was made, in milliseconds since 1970 UTC.
    public var created: Int64
}

/// The file of keys in a state folder: JSON Lines with hashes only, so that nobody who reads it can use them.
public struct AccessTokens: Sendable {
    /// Why a key was not made or revoked.
    public enum Failure: Error, Equatable, CustomStringConvertible {
        /// There is one of that name.
        case taken(String)
        /// There is none of that name.
        case unknown(String)
        /// The name is empty, too long or has other characters.
        case badName(String)
        /// The file holds something else.
        case damaged(path: String)

        /// Why, for people.
        public var description: String {
            switch self {
            case .taken(let name): "there is a token \(name) already; revoke it first, or choose another name"
            case .unknown(let name): "there is no token \(name); wiredesk token list shows them"
            case .badName(let name):
                "\(name) is no name for a token: 1 to 64 letters, digits, dots, hyphens and underscores"
            case .damaged(let path): "\(path) does not hold tokens; remove it and make them again"
            }
        }
    }

    /// Bytes of a key: beyond guessing, so that a plain hash is enough to keep it.
    private static let keyBytes = 32
    /// The most characters of a name.
    private static let longestName = 64
    /// What a key begins with, so that one that was published by mistake can be searched for.
    private static let prefix = "wiredesk_"

    private let path: String

    /// The keys of a state folder.
    public init(state: String) { path = state + "/web-tokens" }

    /// All keys, the oldest first.
    ///
    /// - Throws: `SystemError` where the file cannot be read, `Failure.damaged`.
    public func all() throws -> [AccessToken] {
        guard FileCalls.size(of: path) != nil else { return [] }
        let file = try Descriptor.file(path: Array(path.utf8), shown: path)
        let size = Int(clamping: try file.status().size)
        var bytes = [UInt8](repeating: 0, count: size)
        let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
        do {
            return try bytes[..<count].split(separator: UInt8(ascii: "\n")).map {
                try JSONDecoder().decode(AccessToken.self, from: Data($0))
            }
        } catch {
            throw Failure.damaged(path: path)
        }
    }

    /// Makes a key and gives it, which is the only time that it can be seen.
    ///
    /// - Throws: `Failure`, `SystemError`.
    public func add(name: String, may role: WebRole, now: Int64) throws -> String {
        let isPlain =
            !name.isEmpty && name.utf8.count <= Self.longestName
            && name.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || [45, 46, 95].contains(byte)
            }
        guard isPlain else { throw Failure.badName(name) }
        var tokens = try all()
        guard !tokens.contains(where: { $0.name == name }) else { throw Failure.taken(name) }
        var generator = SystemRandomNumberGenerator()
        let letters = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        let random = (0..<Self.keyBytes).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }
        let key = Self.prefix + String(decoding: random, as: UTF8.self)
        tokens.append(AccessToken(name: name, may: role, sha256: Self.hash(key), created: now))
        try write(tokens)
        return key
    }

    /// Takes a key out: whoever has it can do nothing with it any more.
    ///
    /// - Throws: `Failure`, `SystemError`.
    public func revoke(name: String) throws {
        let tokens = try all()
        let left = tokens.filter { $0.name != name }
        guard left.count < tokens.count else { throw Failure.unknown(name) }
        try write(left)
    }

    /// The entry of a key; nil where it is none.
    ///
    /// - Throws: `SystemError`, `Failure.damaged`.
    public func token(ofKey key: String) throws -> AccessToken? {
        let hash = Self.hash(key)
        return try all().first { $0.sha256 == hash }
    }

    private static func hash(_ key: String) -> String { SHA256Digest.of(Array(key.utf8)).hex }

    /// Readable for the group, as the database is, so that the web service can look keys up.
    private func write(_ tokens: [AccessToken]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var bytes: [UInt8] = []
        for token in tokens { bytes += Array(try encoder.encode(token)) + [UInt8(ascii: "\n")] }
        try FileCalls.replace(path, with: bytes, mode: 0o640)
    }
}
