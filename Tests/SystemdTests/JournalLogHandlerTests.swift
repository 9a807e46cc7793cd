import Glibc
import Logging
import Testing

@testable import Systemd

@Suite struct JournalLogHandlerTests {
    let recorder = Recorder<[JournalField]>()

    func makeHandler() -> JournalLogHandler {
        JournalLogHandler(identifier: "wiredesk") { [recorder] fields in
            recorder.record(fields)
            return 0
        }
    }

    @Test func log_SendsStandardFieldsAndOwnFields() {
        var handler = makeHandler()
        handler[metadataKey: "inbox"] = "/srv/wire"
        handler.log(
            event: .make(
                "rejected a.html", level: .notice,
                metadata: ["code": "empty", MessageID.metadataKey: "\(MessageID.deliveryRejected)"]))
        #expect(
            recorder.values == [
                [
                    JournalField("MESSAGE", "rejected a.html"),
                    JournalField("PRIORITY", "5"),
                    JournalField("SYSLOG_IDENTIFIER", "wiredesk"),
                    JournalField("CODE_FILE", "Desk/Lane.swift"),
                    JournalField("CODE_LINE", "7"),
                    JournalField("CODE_FUNC", "take()"),
                    JournalField("MESSAGE_ID", MessageID.deliveryRejected.hex),
                    JournalField("WIREDESK_CODE", "empty"),
                    JournalField("WIREDESK_INBOX", "/srv/wire"),
                ]
            ])
    }

    @Test func log_OfHostileText_EscapesTheMessageAndKeepsFieldsExact() {
        makeHandler().log(event: .make("read \u{1B}[2J\nPRIORITY=0", metadata: ["name": "x\nMESSAGE_ID=0"]))
        let fields = recorder.values.flatMap { $0 }
        #expect(fields.contains(JournalField("MESSAGE", "read \\x1B[2J\\nPRIORITY=0")))
        #expect(fields.contains(JournalField("WIREDESK_NAME", "x\nMESSAGE_ID=0")))
        #expect(!fields.contains { $0.name == "MESSAGE_ID" })
    }

    @Test func log_OfAnIDThatIsNone_SendsNoMessageID() {
        makeHandler().log(event: .make(metadata: [MessageID.metadataKey: "0\nPRIORITY=0"]))
        #expect(!recorder.values.flatMap { $0 }.contains { $0.name == "MESSAGE_ID" || $0.value.contains("PRIORITY") })
    }

    @Test func report_LogsAtTheLevelOfItsKind() {
        let logger = Logger(label: "wiredesk") { [recorder] _ in
            JournalLogHandler(identifier: "wiredesk") {
                recorder.record($0); return 0
            }
        }
        logger.report(.troubleBegan, "the disk is full", metadata: ["path": "/var"])
        let fields = recorder.values.flatMap { $0 }
        #expect(fields.contains(JournalField("PRIORITY", "4")))
        #expect(fields.contains(JournalField("MESSAGE_ID", MessageID.troubleBegan.hex)))
        #expect(fields.contains(JournalField("WIREDESK_PATH", "/var")))
    }

    @Test func metadataAndLevel_AreValues() {
        var first = Logger(label: "first") { _ in makeHandler() }
        first.logLevel = .debug
        first[metadataKey: "lane"] = "1"
        var second = first
        second.logLevel = .error
        second[metadataKey: "lane"] = "2"
        #expect(first.logLevel == .debug)
        #expect(second.logLevel == .error)
        #expect(first[metadataKey: "lane"] == "1")
        #expect(second[metadataKey: "lane"] == "2")
    }

    @Test func fieldName_IsValidWhateverTheKey() {
        #expect(JournalField(ownKey: "file-size.in bytes", value: "").name == "WIREDESK_FILE_SIZE_IN_BYTES")
        #expect(JournalField(ownKey: "größe\n=", value: "").name == "WIREDESK_GR____E__")
        let long = JournalField(ownKey: String(repeating: "k", count: 500), value: "")
        #expect(long.name.utf8.count == JournalField.longestName)
    }

    @Test func isReachable_TellsAListenerFromNone() throws {
        var template = Array("/tmp/wiredesk-journal-XXXXXX".utf8CString)
        let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        let path = folder + "/socket"
        defer {
            unlink(path)
            rmdir(folder)
        }
        #expect(!Journal.isReachable(at: path))
        let listener = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        #expect(Journal.isReachable(at: path))
        #expect(!Journal.isReachable(at: "/" + String(repeating: "x", count: 200)))
    }
}
