import Archive
import Dispatch
import Foundation
import Intake
import LinuxSystem
import Logging
import NewsModel
import ReaderHost
import ReaderProtocol
import Synchronization
import Testing

@testable import Desk

/// A desk whose lanes are held by files that take long, such as containers in containers.
@Suite struct ExpressLaneTests {
    /// Reads what is called `slow` only when it is let go; anything else at once.
    private final class Readers: Sendable {
        private let isOpen = Mutex(false)
        let slowBegun = Mutex(0)

        func open() { isOpen.withLock { $0 = true } }

        struct Reader: FileReading {
            let readers: Readers
            private let pause = DispatchSemaphore(value: 0)

            init(readers: Readers) { self.readers = readers }

            func read(
                _ file: Descriptor, size: Int64, name: FileName, explained: Bool, isAccepted: Bool,
                expect: (Int) -> Void, handle: (ReaderMessage) throws -> Void
            ) throws -> Int {
                try handle(.begin(format: "text"))
                if name.display.hasPrefix("slow") {
                    readers.slowBegun.withLock { $0 += 1 }
                    // As a reader does that goes through a container.
                    while !readers.isOpen.withLock({ $0 }) {
                        try handle(.progress(bytes: 1))
                        _ = pause.wait(timeout: .now() + 0.05)
                    }
                }
                let text = "The text of \(name.display)"
                let range = CodePointRange(start: 0, end: text.unicodeScalars.count)
                let paragraph = Paragraph(kind: .paragraph, range: range)
                // More than one portion, where it is a large one.
                let count = name.display.contains("many") ? 200 : 1
                for number in 0..<count {
                    var article = Article(format: "text", body: text, paragraphs: [paragraph])
                    article.headline = "\(name.display) \(number)"
                    if count > 1 {
                        article.memberPath = "#\(number)"
                        article.url = "https://example.org/\(name.display)/\(number)"
                    }
                    try handle(.article(article))
                }
                try handle(.end(articles: count))
                return 1
            }

            func stop() { readers.open() }
            func finish() {}
            var statistics: ReaderSupervisor.Statistics { ReaderSupervisor.Statistics() }
        }
    }

    /// Waits for something that another queue does.
    private func comes(_ condition: () throws -> Bool) throws -> Bool {
        let pause = DispatchSemaphore(value: 0)
        let end = DispatchTime.now() + 60
        while try !condition() {
            guard DispatchTime.now() < end else { return false }
            _ = pause.wait(timeout: .now() + 0.01)
        }
        return true
    }

    @Test func anOrdinaryFileBesideMoreSlowOnesThanLanes_IsStored_AndTheyAreLater_EachOnce() throws {
        let folder = try TemporaryFolder()
        let state = folder.path + "/state"
        let inbox = folder.path + "/inbox"
        try FileCalls.makeFolder(inbox, mode: 0o700)
        let slow = ["slow-1.zip", "slow-2.zip", "slow-3-many.zip", "slow-4-many.zip"]
        for name in slow { try Data(name.utf8).write(to: URL(fileURLWithPath: inbox + "/" + name)) }
        let readers = Readers()
        let archive = try Archive.open(state: state)
        defer { try? archive.close() }
        var seams = Pipeline.Seams()
        seams.makeReader = { Readers.Reader(readers: readers) }
        let pipeline = try Pipeline(
            DeskConfiguration(
                state: state, inboxes: [InboxConfiguration(path: inbox)], settle: .milliseconds(20),
                settleUnseen: .milliseconds(20), lanes: 2), archive: archive,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, seams: seams)
        pipeline.sweep()
        pipeline.watch {}
        pipeline.takeFiles()
        #expect(try comes { readers.slowBegun.withLock { $0 } >= 2 })
        for name in ["story.txt", "feed-many.xml"] {
            try Data(name.utf8).write(to: URL(fileURLWithPath: inbox + "/" + name))
        }
        #expect(try comes { try archive.counters().stored >= 1 })
        // The feed is more than a portion, so that it waits for the other lanes as the slow ones do.
        #expect(try archive.counters().stored == 1)
        #expect(try archive.lastStored()?.headline == "story.txt 0")
        readers.open()
        #expect(try comes { try archive.counters().stored == slow.count + 2 })
        #expect(try comes { try FileCalls.names(in: inbox).isEmpty })
        let counters = try archive.counters()
        #expect(counters.duplicate == 0 && counters.rejected == 0)
        #expect(counters.articles == 3 + 3 * 200)
        pipeline.letGo()
    }
}
