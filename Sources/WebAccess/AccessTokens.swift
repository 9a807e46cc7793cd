import Foundation
import Glibc
import Hashing
import LinuxSystem
import NewsModel

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
        /// Another program is changing the keys and does not end.
        case busy(path: String)

        /// Why, for people.
        public var description: String {
            switch self {
            case .taken(let name): "there is a token \(name) already; revoke it first, or choose another name"
            case .unknown(let name): "there is no token \(name); wiredesk token list shows them"
            case .badName(let name):
                "\(name) is no name for a token: 1 to 64 letters, digits, dots, hyphens and underscores"
            case .damaged(let path): "\(path) does not hold tokens; remove it and make them again"
            case .busy(let path): "\(path) is being changed by another program; try again"
            }
        }
    }

    /// Bytes of a key: beyond guessing, so that a plain hash is enough to keep it.
    private static let keyBytes = 32
    /// The most characters of a name.
    private static let longestName = 64
    /// What a key begins with, so that one that was published by mistake can be searched for.
    private static let prefix = "wiredesk_"

    /// How often another program that changes the keys is waited for, ten milliseconds each time: it needs one of them.
    private static let lockTries = 300

    private let state: String
    private let path: String

    /// The keys of a state folder.
    public init(state: String) {
        self.state = state
        path = state + "/web-tokens"
    }

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
        let key = Self.makeKey()
        try add(AccessToken(name: name, may: role, sha256: Self.hash(key), created: now))
        return key
    }

    /// Files a key that was made elsewhere.
    ///
    /// - Throws: `Failure`, `SystemError`.
    public func add(_ token: AccessToken) throws {
        let isPlain =
            !token.name.isEmpty && token.name.utf8.count <= Self.longestName
            && token.name.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || [45, 46, 95].contains(byte)
            }
        guard isPlain else { throw Failure.badName(token.name) }
        try change { tokens in
            guard !tokens.contains(where: { $0.name == token.name }) else { throw Failure.taken(token.name) }
            tokens.append(token)
        }
    }

    /// Takes a key out: whoever has it can do nothing with it any more.
    ///
    /// - Throws: `Failure`, `SystemError`.
    public func revoke(name: String) throws {
        try change { tokens in
            let left = tokens.filter { $0.name != name }
            guard left.count < tokens.count else { throw Failure.unknown(name) }
            tokens = left
        }
    }

    /// A new key.
    public static func makeKey() -> String {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        let random = (0..<keyBytes).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }
        return prefix + String(decoding: random, as: UTF8.self)
    }

    /// What is kept of a key: the SHA-256 of it, in hexadecimal digits.
    public static func hash(_ key: String) -> String { SHA256Digest.of(Array(key.utf8)).hex }

    /// The entry of a key; nil where it is none.
    ///
    /// - Throws: `SystemError`, `Failure.damaged`.
    public func token(ofKey key: String) throws -> AccessToken? {
        let hash = Self.hash(key)
        return try all().first { $0.sha256 == hash }
    }

    /// Changes the keys while no other program does: the desk and commands may at once.
    private func change(_ work: (inout [AccessToken]) throws -> Void) throws {
        let folder = try Descriptor.directory(path: state)
        var tries = 0
        while flock(folder.number, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw SystemError(operation: "lock", path: state, code: errno)
            }
            tries += 1
            guard tries < Self.lockTries else { throw Failure.busy(path: path) }
            usleep(10_000)
        }
        var tokens = try all()
        try work(&tokens)
        try write(tokens)
    }

    /// Readable for the group, as the database is, so that the web service can look keys up; whoever writes it, root too, gives it to
    /// the owner of the state folder.
    private func write(_ tokens: [AccessToken]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var bytes: [UInt8] = []
        for token in tokens { bytes += Array(try encoder.encode(token)) + [UInt8(ascii: "\n")] }
        let owner = FileCalls.rights(of: state)?.owner
        try FileCalls.replace(path, with: bytes, mode: 0o640) { file in
            // The umask of whoever types the command is not the service's.
            fchmod(file.number, 0o640)
            if let owner, geteuid() == 0 { fchown(file.number, owner.user, owner.group) }
        }
    }
}
