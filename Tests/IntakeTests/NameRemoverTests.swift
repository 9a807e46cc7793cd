import Foundation
import Glibc
import Hashing
import LinuxSystem
import NewsModel
import Testing

@testable import Intake

/// What happens to files that change between any two steps of the removal of their name. A seam stops the remover there, so that each
/// race is run in full.
@Suite struct NameRemoverTests {
    private static let text = Array("The pier was reopened on Monday, the harbour office said.".utf8)
    private static let other = Array("The pier was closed on Tuesday, the harbour office now says".utf8)

    private let folder: URL
    private let root: Descriptor
    private let path = FileName("a.txt")

    init() throws {
        // A lease that is broken sends SIGIO, whose default ends the process (fcntl(2)).
        signal(SIGIO, SIG_IGN)
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("remover-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        root = try Descriptor.directory(path: folder.path)
    }

    /// A name as it stands in the ledger after the file was filed.
    private func filed(_ path: FileName = FileName("a.txt"), received: Int64 = .max, reads: Bool = true) throws
        -> NameRemover.Name
    {
        let status = try root.status(of: path.bytes)
        let bytes = try Data(contentsOf: folder.appendingPathComponent(path.display))
        return NameRemover.Name(
            path: path, identity: status.identity, digest: reads ? SHA256Digest.of(Array(bytes)) : nil,
            received: received, aside: AsideName(number: 0xABC))
    }

    private func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
    }

    /// Puts another file in the place of a name, as a dropper does that renames.
    private func replace(_ name: String, by bytes: [UInt8]) throws {
        try write(bytes, to: ".new")
        #expect(rename(folder.path + "/.new", folder.path + "/" + name) == 0)
    }

    /// Writes into the file that stands there, and leaves size and times as they were.
    private func rewriteUnseen(_ name: String, _ bytes: [UInt8]) throws {
        let path = folder.path + "/" + name
        let status = try root.status(of: Array(name.utf8))
        let file = open(path, O_WRONLY | O_NONBLOCK)
        guard file >= 0 else { throw SystemError(operation: "open", path: name, code: errno) }
        #expect(pwrite(file, bytes, bytes.count, 0) == bytes.count)
        let time = timespec(
            tv_sec: Int(status.modifiedNanoseconds / 1_000_000_000),
            tv_nsec: Int(status.modifiedNanoseconds % 1_000_000_000))
        #expect(futimens(file, [time, time]) == 0)
        close(file)
    }

    private var names: Set<String> {
        Set((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    }

    private func content(_ name: String) -> [UInt8]? {
        (try? Data(contentsOf: folder.appendingPathComponent(name))).map(Array.init)
    }

    private func remover(
        takesLeases: Bool, movesBack: MovesBack? = nil, cancellation: Cancellation? = nil, at step: NameRemover.Step,
        _ action: @escaping @Sendable () -> Void
    ) -> NameRemover {
        NameRemover(movesBack: movesBack, cancellation: cancellation, takesLeases: takesLeases) { reached in
            if reached == step { action() }
        }
    }

    @Test(arguments: [true, false])
    func unchangedFile_GoesWithItsMark_AndLeavesNothingAside(takesLeases: Bool) throws {
        try write(Self.text, to: "a.txt")
        try write(Array("HostUrl=https://a.example/".utf8), to: "a.txt:Zone.Identifier")
        let name = try filed(received: SystemClock().wallMilliseconds + 1000)
        let removal = NameRemover(takesLeases: takesLeases, reached: { _ in }).remove(name, in: root)
        #expect(removal == NameRemover.Removal(result: .removed))
        #expect(names == [])
    }

    @Test(arguments: [true, false], [NameRemover.Step.compared, .takenAside, .read])
    func fileRenamedOverTheName_AtAnyMoment_IsNotLost(takesLeases: Bool, step: NameRemover.Step) throws {
        try write(Self.text, to: "a.txt")
        let name = try filed()
        let remover = remover(takesLeases: takesLeases, at: step) { [self] in
            try? replace("a.txt", by: Self.other)
        }
        let removal = remover.remove(name, in: root)
        #expect(content("a.txt") == Self.other)
        // Before the name was taken aside it is another file that was; after that only the filed one.
        #expect(removal.result == (step == .compared ? .changed : .removed))
        #expect((removal.movedBack != nil) == (step == .compared))
        #expect(names == ["a.txt"])
    }

    /// What a writer does in place without a lease shows in the bytes, also where size and times are the same.
    @Test(arguments: [NameRemover.Step.compared, .takenAside])
    func fileRewrittenInPlace_WithoutALease_GoesBack(step: NameRemover.Step) throws {
        try write(Self.text, to: "a.txt")
        let name = try filed()
        let remover = remover(takesLeases: false, at: step) { [self] in
            try? rewriteUnseen(
                step == .compared ? "a.txt" : ".wiredesk-0000000000000abc", Self.other.prefix(Self.text.count) + [])
        }
        let removal = remover.remove(name, in: root)
        #expect(removal.result == .changed)
        #expect(removal.movedBack != nil)
        #expect(content("a.txt") == Array(Self.other.prefix(Self.text.count)))
        #expect(names == ["a.txt"])
    }

    /// The same within the tick of the clock in which the file was read: the times tell nothing then, with a lease neither.
    @Test(arguments: [true, false])
    func fileRewrittenBeforeTheRemoval_WithTheTimesOfTheCapture_Stays(takesLeases: Bool) throws {
        try write(Self.text, to: "a.txt")
        let name = try filed(received: SystemClock().wallMilliseconds)
        try rewriteUnseen("a.txt", Array(Self.other.prefix(Self.text.count)))
        let removal = NameRemover(takesLeases: takesLeases, reached: { _ in }).remove(name, in: root)
        #expect(removal.result == .changed)
        #expect(content("a.txt") == Array(Self.other.prefix(Self.text.count)))
    }

    @Test(arguments: [NameRemover.Step.compared, .takenAside, .read])
    func fileThatSomebodyOpensToWrite_UnderALease_GoesBack_AsTheSameFile(step: NameRemover.Step) throws {
        try write(Self.text, to: "a.txt")
        let name = try filed()
        let movesBack = MovesBack()
        let remover = remover(takesLeases: true, movesBack: movesBack, at: step) { [self] in
            let there = names.first { $0.hasPrefix(".wiredesk-") } ?? "a.txt"
            // Who waits is refused here, and has broken the lease all the same.
            #expect(open(folder.path + "/" + there, O_WRONLY | O_NONBLOCK) < 0 && errno == EWOULDBLOCK)
        }
        let removal = remover.remove(name, in: root)
        #expect(removal.result == .openForWriting)
        #expect(names == ["a.txt"])
        let moved = try #require(removal.movedBack)
        #expect(moved == (try root.status(of: path.bytes)).identity)
        #expect(moved.modifiedNanoseconds == name.identity.modifiedNanoseconds && moved.inode == name.identity.inode)
        #expect(movesBack.take(path.bytes) == name.aside.bytes)
        #expect(movesBack.take(path.bytes) == nil)
    }

    @Test func fileInTheHandsOfAWriter_IsNotTouched() throws {
        try write(Self.text, to: "a.txt")
        let name = try filed()
        let writer = open(folder.path + "/a.txt", O_WRONLY)
        defer { close(writer) }
        #expect(NameRemover().remove(name, in: root) == NameRemover.Removal(result: .openForWriting))
        #expect(try root.status(of: path.bytes).identity == name.identity)
    }

    @Test(arguments: [true, false])
    func nameThatIsTakenAgain_WhenTheFileGoesBack_LeavesItAside(takesLeases: Bool) throws {
        try write(Self.text, to: "a.txt")
        let name = try filed()
        let movesBack = MovesBack()
        let remover = NameRemover(movesBack: movesBack, takesLeases: takesLeases) { step in
            switch step {
            case .compared: try? replace("a.txt", by: Self.other)
            case .movingBack: try? write(Array("A third text.".utf8), to: "a.txt")
            case .takenAside, .read: break
            }
        }
        let aside = FileName(".wiredesk-0000000000000abc")
        #expect(remover.remove(name, in: root) == NameRemover.Removal(result: .displaced(aside)))
        #expect(content("a.txt") == Array("A third text.".utf8))
        #expect(content(aside.display) == Self.other)
        #expect(movesBack.take(path.bytes) == nil)
    }

    @Test func cancelledRemoval_PutsTheFileBack() throws {
        try write(Self.text, to: "a.txt")
        let name = try filed()
        let cancellation = Cancellation()
        let remover = remover(takesLeases: false, cancellation: cancellation, at: .takenAside) { cancellation.cancel() }
        let removal = remover.remove(name, in: root)
        #expect(removal.result == .cancelled)
        #expect(removal.movedBack == (try root.status(of: path.bytes)).identity)
        #expect(names == ["a.txt"])
    }

    // MARK: After an interrupted removal

    @Test(arguments: [true, false])
    func fileLeftAside_IsRemovedByTheNextStart(takesLeases: Bool) throws {
        try write(Self.text, to: "a.txt")
        let name = try filed()
        #expect(rename(folder.path + "/a.txt", folder.path + "/.wiredesk-0000000000000abc") == 0)
        let remover = NameRemover(takesLeases: takesLeases, reached: { _ in })
        #expect(remover.remove(name, in: root, mayStandAside: true).result == .removed)
        #expect(names == [])
    }

    @Test func anotherFileLeftAside_IsPutBackByTheNextStart() throws {
        try write(Self.text, to: "a.txt")
        let name = try filed()
        try replace("a.txt", by: Self.other)
        #expect(rename(folder.path + "/a.txt", folder.path + "/.wiredesk-0000000000000abc") == 0)
        #expect(NameRemover().remove(name, in: root, mayStandAside: true).result == .changed)
        #expect(content("a.txt") == Self.other)
        #expect(names == ["a.txt"])
    }

    @Test func fileLeftAside_WhoseNameIsTakenAgain_IsRemoved_AndTheNewOneStays() throws {
        try write(Self.text, to: "a.txt")
        let name = try filed()
        #expect(rename(folder.path + "/a.txt", folder.path + "/.wiredesk-0000000000000abc") == 0)
        try write(Self.other, to: "a.txt")
        #expect(NameRemover().remove(name, in: root, mayStandAside: true).result == .removed)
        #expect(names == ["a.txt"])
        #expect(content("a.txt") == Self.other)
    }

    @Test func fileThatIsADeliveryOfItsOwnAside_IsRemovedWhereItStands() throws {
        let aside = FileName(".wiredesk-0123456789abcdef")
        try write(Self.text, to: aside.display)
        let name = try filed(aside)
        try write(Self.other, to: "a.txt")
        #expect(NameRemover().remove(name, in: root).result == .removed)
        #expect(names == ["a.txt"])
    }

    // MARK: Other names

    @Test func markOfTheWeb_ThatCameLaterWithANewFile_Stays() throws {
        try write(Self.text, to: "a.txt")
        let name = try filed(received: SystemClock().wallMilliseconds - 60_000)
        let remover = remover(takesLeases: true, at: .read) { [self] in
            try? write(Self.other, to: "a.txt")
            try? write(Array("HostUrl=https://b.example/".utf8), to: "a.txt:Zone.Identifier")
        }
        #expect(remover.remove(name, in: root).result == .removed)
        #expect(names == ["a.txt", "a.txt:Zone.Identifier"])
    }

    @Test func fileThatWasNotRead_IsComparedByItsSizeAndTimes() throws {
        try write(Self.text, to: "a.txt")
        let name = try filed(reads: false)
        #expect(NameRemover(takesLeases: false, reached: { _ in }).remove(name, in: root).result == .removed)
        try write(Self.text, to: "a.txt")
        #expect(NameRemover().remove(name, in: root).result == .changed)
        #expect(names == ["a.txt"])
    }

    @Test func folderOfASavedPage_IntoWhichSomethingComes_GoesBack() throws {
        let companion = folder.appendingPathComponent("page_files")
        try FileManager.default.createDirectory(at: companion, withIntermediateDirectories: true)
        try write(Self.text, to: "page_files/style.css")
        let later = SystemClock().wallMilliseconds + 60_000
        let remover = CompanionRemover {
            let there = names.first { $0.hasPrefix(".wiredesk-") } ?? ""
            try? write(Self.other, to: there + "/page_files/new.css")
        }
        #expect(remover.remove(Array("page_files".utf8), in: root, wallMilliseconds: later) == .busy)
        #expect(names == ["page_files"])
        #expect(content("page_files/new.css") == Self.other)
        #expect(
            CompanionRemover().remove(Array("page_files".utf8), in: root, wallMilliseconds: later) == .removed)
        #expect(names == [])
    }

    /// Names that are ignored in an inbox stay there; in the folder of a page they were removed with it.
    @Test(arguments: [".draft.html", "story.html.part", "sub/story.html~", "story.crdownload"])
    func folderOfASavedPage_WithATextOfAnIgnoredName_Stays(_ name: String) throws {
        let place = folder.appendingPathComponent("page_files/" + name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try write(Self.text, to: "page_files/style.css")
        try write(Self.text, to: "page_files/" + name)
        let later = SystemClock().wallMilliseconds + 60_000
        let remover = CompanionRemover()
        #expect(remover.remove(Array("page_files".utf8), in: root, wallMilliseconds: later) == .foreign)
        #expect(content("page_files/" + name) == Self.text)
        try FileManager.default.removeItem(at: place)
        try write(Self.text, to: "page_files/.DS_Store")
        #expect(remover.remove(Array("page_files".utf8), in: root, wallMilliseconds: later) == .removed)
    }

    @Test func folderOfASavedPage_LeftAside_GetsItsNameBack() throws {
        let aside = folder.appendingPathComponent(".wiredesk-0123456789abcdef/page_files")
        try FileManager.default.createDirectory(at: aside, withIntermediateDirectories: true)
        try write(Self.text, to: ".wiredesk-0123456789abcdef/page_files/style.css")
        let back = CompanionRemover.bringBack(Array(".wiredesk-0123456789abcdef".utf8), in: root)
        #expect(back == [Array("page_files".utf8)])
        #expect(names == ["page_files"])
        #expect(content("page_files/style.css") == Self.text)
    }
}

@Suite struct AsideNameTests {
    @Test(arguments: [0, 1, -1, Int64.min, .max])
    func number_ComesBackFromItsName(number: Int64) {
        let name = AsideName(number: number)
        #expect(name.bytes.count == 26)
        #expect(AsideName(name.bytes) == name)
    }

    @Test(arguments: [
        ".wiredesk-", ".wiredesk-0123456789abcde", ".wiredesk-0123456789abcdefa", ".wiredesk-0123456789abcdeg",
        "wiredesk-00123456789abcdef",
    ])
    func otherNames_AreNone(name: String) { #expect(AsideName(Array(name.utf8)) == nil) }

    @Test func path_LiesInTheFolderOfTheFile() {
        #expect(AsideName(number: 1).path(beside: FileName("a/b/c.txt")).display == "a/b/.wiredesk-0000000000000001")
        #expect(AsideName(number: 1).path(beside: FileName("c.txt")).display == ".wiredesk-0000000000000001")
    }
}
