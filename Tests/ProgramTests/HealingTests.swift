import Foundation
import Testing

/// Originals that a disk has damaged or somebody has removed are written again from the same bytes.
@Suite struct HealingTests {
    /// What a disk, or a hand, does to an original.
    enum Damage: String, CaseIterable, Sendable {
        case removed, cut, emptied, flipped

        func happen(to file: URL) throws {
            var bytes = try Data(contentsOf: file)
            try FileManager.default.removeItem(at: file)
            switch self {
            case .removed: return
            case .cut: bytes = bytes.prefix(20)
            case .emptied: bytes = Data()
            case .flipped: bytes[16] ^= 0x10
            }
            try bytes.write(to: file)
        }
    }

    private static func story(_ word: String) -> String {
        "The \(word) returns\n\nBy Ida Sample\n\nThe harbour office said on Tuesday that the \(word) had come back.\n"
    }

    /// A state with two stories, one of them in a collection.
    private static func filed(_ folder: TemporaryFolder) throws -> URL {
        let state = folder.url.appendingPathComponent("state")
        try drop(story("ferry"), "wire/ferry.txt", state)
        try drop(story("buoy"), "buoy.txt", state)
        #expect(try Program.takeIn(state.path).status == 0)
        return state
    }

    private static func drop(_ text: String, _ name: String, _ state: URL) throws {
        let file = state.appendingPathComponent("inbox/" + name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The kept original of a file by its name.
    private static func original(of name: String, _ state: URL) throws -> URL {
        let hash = try #require(
            try Archived(state: state).rows(
                """
                SELECT lower(hex(o.sha256)) FROM originals o JOIN deliveries d ON d.original = o.id
                WHERE d.path = CAST('\(name)' AS BLOB) ORDER BY d.id LIMIT 1
                """
            ).first)
        return state.appendingPathComponent("originals/\(hash.prefix(2))/\(hash).zst")
    }

    /// What a rebuild must make again.
    private static let picture = """
        SELECT a.article, v.number, v.headline, v.text_hash, d.received, coalesce(d.name, CAST(d.path AS TEXT)), c.name
        FROM articles a JOIN versions v ON v.article = a.id JOIN deliveries d ON d.id = v.delivery
            JOIN collections c ON c.id = d.collection ORDER BY 1
        """

    @Test(arguments: Damage.allCases) func sameFileDroppedAgain_HealsTheOriginal(damage: Damage) throws {
        let folder = try TemporaryFolder()
        let state = try Self.filed(folder)
        let archived = Archived(state: state)
        let before = try archived.rows(Self.picture)
        try damage.happen(to: try Self.original(of: "wire/ferry.txt", state))
        let found = try Program.run("verify", "--state", state.path, "--wait")
        #expect(found.status == 1 && found.complaint.contains("wire/ferry.txt"), "\(found.complaint)")
        let desk = try RunningDesk(state: state)
        try Self.drop(Self.story("ferry"), "elsewhere/again.txt", state)
        #expect(Wait.until(seconds: 60) { (try? archived.counter("duplicate")) == 1 })
        #expect(desk.logText.contains("was written again"), "\(desk.logText)")
        #expect(desk.end() == 0)
        #expect(try archived.verifiedOriginals() == 2)
        #expect(try Program.run("verify", "--state", state.path, "--wait").status == 0)
        let sizes = try archived.rows("SELECT sum(kept_bytes) FROM originals")
        #expect(try archived.rows("SELECT value FROM counters WHERE name = 'originals_bytes'") == sizes)
        // The facts of the first delivery are kept, and so is what a rebuild makes of it.
        #expect(try Program.run("rebuild", "--state", state.path, "--yes").status == 0)
        #expect(try archived.rows(Self.picture) == before)
    }

    @Test func originalOfARejection_IsHealedToo() throws {
        let folder = try TemporaryFolder()
        let state = try Self.filed(folder)
        let noise = String(repeating: "\u{89}PNG\r\n\u{1A}\n nothing to read", count: 3)
        try Self.drop(noise, "picture.png", state)
        #expect(try Program.takeIn(state.path).status == 1)
        try Damage.emptied.happen(to: try Self.original(of: "picture.png", state))
        try Self.drop(noise, "picture.png", state)
        #expect(try Program.takeIn(state.path).status == 1)
        #expect(try Archived(state: state).verifiedOriginals() == 3)
    }

    @Test func whatRetentionTookOut_DoesNotComeBackByADuplicate() throws {
        let folder = try TemporaryFolder()
        let state = try Self.filed(folder)
        let archived = Archived(state: state)
        let original = try Self.original(of: "buoy.txt", state)
        // As the pruning of originals with a term of their own leaves it.
        try FileManager.default.removeItem(at: original)
        try archived.change("UPDATE originals SET kept_bytes = NULL WHERE lower(hex(sha256)) = '\(original.hash)'")
        try Self.drop(Self.story("buoy"), "buoy.txt", state)
        #expect(try Program.takeIn(state.path).status == 0)
        #expect(try archived.counter("duplicate") == 1)
        #expect(!FileManager.default.fileExists(atPath: original.path))
        #expect(try Program.run("verify", "--state", state.path, "--wait").status == 0)
    }

    @Test(arguments: [true, false]) func verify_HealsFromABackup_AndNamesWhatItCannot(isDeskRunning: Bool) throws {
        let folder = try TemporaryFolder()
        let state = try Self.filed(folder)
        let archived = Archived(state: state)
        let before = try archived.rows(Self.picture)
        let backup = folder.url.appendingPathComponent("backup")
        #expect(try Program.run("backup", "--state", state.path, backup.path).status == 0)
        try Self.drop(Self.story("beacon"), "beacon.txt", state)
        #expect(try Program.takeIn(state.path).status == 0)
        try Damage.flipped.happen(to: try Self.original(of: "wire/ferry.txt", state))
        try Damage.removed.happen(to: try Self.original(of: "buoy.txt", state))
        try Damage.cut.happen(to: try Self.original(of: "beacon.txt", state))
        try Damage.emptied.happen(to: try Self.original(of: "buoy.txt", backup))
        let desk = isDeskRunning ? try RunningDesk(state: state) : nil
        let run = try Program.run("verify", "--state", state.path, "--heal-from", backup.path)
        #expect(run.status == 1)
        #expect(run.output.contains("1 healed"), "\(run.output)")
        #expect(run.complaint.contains("beacon.txt") && run.complaint.contains("buoy.txt"), "\(run.complaint)")
        #expect(!run.complaint.contains("ferry.txt"))
        try Damage.removed.happen(to: try Self.original(of: "buoy.txt", backup))
        // Dropping the files mends the others.
        try Self.drop(Self.story("beacon"), "beacon.txt", state)
        try Self.drop(Self.story("buoy"), "buoy.txt", state)
        if let desk {
            #expect(Wait.until { (try? archived.counter("duplicate")) == 2 })
            #expect(desk.end() == 0)
        } else {
            #expect(try Program.takeIn(state.path).status == 0)
        }
        #expect(try Program.run("verify", "--state", state.path, "--heal-from", backup.path).status == 0)
        #expect(try archived.verifiedOriginals() == 3)
        #expect(try Program.run("rebuild", "--state", state.path, "--yes").status == 0)
        #expect(try archived.rows(Self.picture).filter { !$0.contains("beacon") } == before)
    }

    @Test(arguments: Damage.allCases) func backup_KeepsItsWholeCopyOfADamagedOriginal_AndHealsFromIt(
        damage: Damage
    ) throws {
        let folder = try TemporaryFolder()
        let state = try Self.filed(folder)
        let backup = folder.url.appendingPathComponent("backup")
        #expect(try Program.run("backup", "--state", state.path, backup.path).status == 0)
        try damage.happen(to: try Self.original(of: "buoy.txt", state))
        try Self.drop(Self.story("beacon"), "beacon.txt", state)
        #expect(try Program.takeIn(state.path).status == 0)
        for _ in 1...2 {
            let again = try Program.run("backup", "--state", state.path, backup.path)
            // One whose size is as before is not read again.
            #expect(again.status == (damage == .flipped ? 0 : 1), "\(again.complaint)")
            if damage != .flipped {
                #expect(again.complaint.contains("buoy.txt") && again.complaint.contains("keeps its whole copy"))
                #expect(again.complaint.contains("verify --heal-from \(backup.path)"), "\(again.complaint)")
                #expect(!again.complaint.contains("rebuild") && !again.complaint.contains("state folder"))
            }
            #expect(try Archived(state: backup).verifiedOriginals() == 3)
            #expect(try Archived(state: backup).counter("stored") == 3)
            let names = try FileManager.default.contentsOfDirectory(atPath: backup.path)
            #expect(!names.contains { $0.contains("unfinished") }, "\(names)")
        }
        #expect(try Program.run("verify", "--state", state.path, "--heal-from", backup.path).status == 0)
        #expect(try Program.run("backup", "--state", state.path, backup.path).status == 0)
    }

    @Test func backup_DoesNotTakeADamagedOriginal_NorBelieveOneOfAnEarlierBackup() throws {
        let folder = try TemporaryFolder()
        let state = try Self.filed(folder)
        let backup = folder.url.appendingPathComponent("backup")
        #expect(try Program.run("backup", "--state", state.path, backup.path).status == 0)
        try Damage.emptied.happen(to: try Self.original(of: "buoy.txt", state))
        try Damage.emptied.happen(to: try Self.original(of: "buoy.txt", backup))
        let again = try Program.run("backup", "--state", state.path, backup.path)
        #expect(again.status == 1 && again.complaint.contains("has no whole copy"), "\(again.complaint)")
        #expect(again.complaint.contains("drop the same files again"), "\(again.complaint)")
        let fresh = folder.url.appendingPathComponent("fresh")
        #expect(try Program.run("backup", "--state", state.path, fresh.path).status == 1)
        #expect(!FileManager.default.fileExists(atPath: try Self.original(of: "buoy.txt", fresh).path))
    }

    /// Bits that flip on the disk of a backup change neither size nor times.
    @Test func backupThatVerifies_FindsFlippedBitsInEarlierCopies_AndMendsThem() throws {
        let folder = try TemporaryFolder()
        let state = try Self.filed(folder)
        let backup = folder.url.appendingPathComponent("backup")
        #expect(try Program.run("backup", "--state", state.path, backup.path).status == 0)
        try Damage.flipped.happen(to: try Self.original(of: "buoy.txt", backup))
        let mended = try Program.run("backup", "--state", state.path, "--verify", backup.path)
        #expect(mended.status == 0 && mended.output.contains("1 of them new"), "\(mended.output)\(mended.complaint)")
        #expect(try Archived(state: backup).verifiedOriginals() == 2)
        // A whole copy stays where the archive's own is damaged; where neither is whole, that is told.
        try Damage.flipped.happen(to: try Self.original(of: "buoy.txt", state))
        #expect(try Program.run("backup", "--state", state.path, "--verify", backup.path).status == 0)
        #expect(try Archived(state: backup).verifiedOriginals() == 2)
        try Damage.flipped.happen(to: try Self.original(of: "buoy.txt", backup))
        let lost = try Program.run("backup", "--state", state.path, "--verify", backup.path)
        #expect(
            lost.status == 1 && lost.complaint.contains("buoy.txt") && lost.complaint.contains("has no whole copy"),
            "\(lost.complaint)")
    }

    @Test func commandOnADamagedOriginal_DoesNotAdviseARebuild() throws {
        let folder = try TemporaryFolder()
        let state = try Self.filed(folder)
        // Two lanes may file them in any order.
        let delivery = try #require(
            try Archived(state: state).rows("SELECT id FROM deliveries WHERE path = CAST('wire/ferry.txt' AS BLOB)")
                .first)
        for damage in [Damage.flipped, .emptied, .removed] {
            let original = try Self.original(of: "wire/ferry.txt", state)
            if damage != .emptied { try damage.happen(to: original) } else { try Data().write(to: original) }
            let read = try Program.run("retry", "--state", state.path, delivery)
            #expect(read.status != 0 && read.complaint.contains("verify --heal-from BACKUP"), "\(read.complaint)")
            #expect(!read.complaint.contains("rebuild") && !read.complaint.contains("state folder"))
        }
    }

    /// A list of stories, which is refused as no article until somebody says that it is one.
    private static let listOfLinks =
        "<html><head><title>City | The Inlet Courier</title></head><body><h1>City</h1>"
        + (1...14).map {
            "<div><h3><a href='/story/\($0)'>Shipyard number \($0) hires sixty welders this spring</a></h3><p>The yard says that it needs them by autumn.</p></div>"
        }.joined() + "</body></html>"

    @Test(arguments: [true, false]) func acceptedOriginal_IsStillAcceptedWhenItIsWrittenAgain(
        isFromBackup: Bool
    ) throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let archived = Archived(state: state)
        try Self.drop(Self.listOfLinks, "city.html", state)
        #expect(try Program.takeIn(state.path).status == 1)
        let backup = folder.url.appendingPathComponent("backup")
        #expect(try Program.run("backup", "--state", state.path, backup.path).status == 0)
        #expect(try Program.run("retry", "--state", state.path, "1", "--accept").status == 0)
        // A rebuilt database does not know any more that the page was refused once.
        for _ in 1...2 {
            let before = try archived.rows("SELECT article FROM articles")
            #expect(before.count == 1)
            try Damage.cut.happen(to: try Self.original(of: "city.html", state))
            if isFromBackup {
                let healed = try Program.run("verify", "--state", state.path, "--heal-from", backup.path)
                #expect(healed.status == 0, "\(healed.complaint)")
            } else {
                try Self.drop(Self.listOfLinks, "city.html", state)
                #expect(try Program.takeIn(state.path).status == 0)
            }
            let rebuilt = try Program.run("rebuild", "--state", state.path, "--yes")
            #expect(rebuilt.status == 0, "\(rebuilt.complaint)")
            #expect(try archived.rows("SELECT article FROM articles") == before)
        }
    }
}

extension URL {
    /// The hash that the name of an original says.
    fileprivate var hash: String { deletingPathExtension().lastPathComponent }
}
