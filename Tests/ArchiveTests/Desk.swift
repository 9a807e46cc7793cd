import Foundation
import Hashing
import NewsModel

@testable import Archive

/// An archive in a temporary folder, with short ways to deliver to it; the folder goes with it.
final class Desk {
    let folder: String
    let archive: Archive
    private var lastTicket: UInt64 = 0

    init(folder: String = Desk.makeFolder(), lockPatience: Double = 5) throws {
        self.folder = folder
        archive = try Archive.open(state: folder, lockPatience: lockPatience)
    }

    static func makeFolder() -> String {
        let path = FileManager.default.temporaryDirectory.path + "/archive-tests-\(UUID().uuidString)"
        return path
    }

    static func remove(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }

    var database: String { folder + "/wiredesk.db" }

    func nextTicket() -> UInt64 {
        lastTicket += 1
        return lastTicket
    }

    /// Facts of a file with this content.
    func facts(
        _ content: String, name: String = "story.html", inbox: String = "/inbox", received: Int64 = 1_000_000,
        inode: UInt64? = nil, retryOf: Int64? = nil, ticket: UInt64? = nil
    ) -> DeliveryFacts {
        let ticket = ticket ?? nextTicket()
        let bytes = Array(content.utf8)
        return DeliveryFacts(
            ticket: ticket, received: received, inbox: inbox, path: FileName(name),
            identity: retryOf == nil ? .make(inode: inode ?? ticket, size: Int64(bytes.count)) : nil,
            sha256: .of(bytes), size: Int64(bytes.count), durationMilliseconds: 5, retryOf: retryOf, readerVersion: 1,
            keptBytes: 10)
    }

    /// Delivers one file and gives what became of it.
    @discardableResult
    func deliver(
        _ content: String, _ articles: [Article], name: String = "story.html", received: Int64 = 1_000_000,
        retryOf: Int64? = nil, memberErrors: [MemberError] = [], end: DeliveryEnd = .read
    ) throws -> CommittedDelivery {
        let facts = facts(content, name: name, received: received, retryOf: retryOf)
        let committed = try archive.commit([
            DeliveryPortion(
                facts: facts, articles: articles.map { PreparedArticle($0) }, memberErrors: memberErrors, end: end)
        ])
        guard let first = committed.first else { throw NoDelivery() }
        return first
    }

    /// Runs one statement with the sqlite3 program, read-only, and gives what it prints.
    func sqlite3(_ statement: String) throws -> String { try Desk.sqlite3(database, statement) }

    static func sqlite3(_ database: String, _ statement: String, readOnly: Bool = true) throws -> String {
        try run("/usr/bin/sqlite3", (readOnly ? ["-readonly"] : []) + ["-batch", database, statement])
    }

    /// Runs a program and gives its output and errors.
    static func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    struct NoDelivery: Error {}
}

extension FileIdentity {
    static func make(inode: UInt64, size: Int64 = 10) -> FileIdentity {
        FileIdentity(device: 1, inode: inode, size: size, modifiedNanoseconds: 7, changedNanoseconds: 8)
    }
}

extension Article {
    /// An article with one paragraph for each line of `text`.
    static func make(
        _ text: String, headline: String? = "Harbour bridge opens", url: String? = nil, guid: String? = nil,
        member: String? = nil, published: String? = nil, modified: String? = nil, authors: [String] = [],
        outlet: String? = nil, isPaywalled: Bool = false
    ) -> Article {
        var paragraphs: [Paragraph] = []
        var body = ""
        for line in text.split(separator: "\n") {
            if !body.isEmpty { body += "\n\n" }
            let start = body.unicodeScalars.count
            body += line
            paragraphs.append(
                Paragraph(kind: .paragraph, range: CodePointRange(start: start, end: body.unicodeScalars.count)))
        }
        var article = Article(format: "html", body: body, paragraphs: paragraphs)
        article.headline = headline
        article.url = url
        article.wire.guid = guid
        article.memberPath = member
        article.published = published.flatMap { NewsTime($0) }
        article.modified = modified.flatMap { NewsTime($0) }
        article.authors = authors
        article.outlet = outlet
        article.isPaywalled = isPaywalled
        article.wordCount = text.split(whereSeparator: \.isWhitespace).count
        article.confidence = 0.9
        return article
    }
}

/// Copy that is long enough to share or not to share word shingles.
enum Copy {
    static let bridge = """
        The new harbour bridge was opened on Monday by the mayor in the rain.
        Some four hundred people watched as the first tram crossed the river at noon.
        The city had waited eleven years for the crossing, which cost forty million.
        """
    /// `bridge` with one sentence changed.
    static let bridgeUpdated = bridge.replacingOccurrences(of: "four hundred", with: "six hundred")
    static let budget = """
        Parliament voted on the budget after a night of talks between the coalition parties.
        Ministers said that the deficit would fall below three percent within two years.
        """
}
