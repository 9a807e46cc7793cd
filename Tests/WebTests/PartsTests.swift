import Testing

@testable import Web

/// The parts that need no server.
@Suite struct PartsTests {
    private static func read(_ body: String, chunk: Int) throws -> (events: [MultipartReader.Event], isComplete: Bool) {
        var reader = try MultipartReader(contentType: "multipart/form-data; boundary=\"--x y\"")
        var events: [MultipartReader.Event] = []
        var rest = Array(body.utf8)[...]
        while !rest.isEmpty {
            events += try reader.read(rest.prefix(chunk))
            rest = rest.dropFirst(chunk)
        }
        return (events, reader.isComplete)
    }

    /// Parts with their bytes joined.
    private static func parts(_ events: [MultipartReader.Event]) -> [String] {
        var parts: [String] = []
        for event in events {
            switch event {
            case .part(let part): parts.append("\(part.name)|\(part.fileName ?? "-")|")
            case .bytes(let bytes): parts[parts.count - 1] += String(decoding: bytes, as: UTF8.self)
            case .end: parts[parts.count - 1] += "|"
            }
        }
        return parts
    }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func `a form is taken apart however its bytes come`(chunk: Int) throws {
        let body =
            "preamble\r\n----x y\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nline\r\n--\r\n----x\r\n----x y\r\n"
            + "Content-Type: text/html\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a %22b\\\".html\"\r\n\r\n"
            + "<p>\r\n----x y--\r\nepilogue"
        let (events, isComplete) = try Self.read(body, chunk: chunk)
        let wanted = ["note|-|line\r\n--\r\n----x|", "file|a \"b\".html|<p>|"]
        #expect(Self.parts(events) == wanted)
        #expect(isComplete)
        let cut = try Self.read(String(body.dropLast(20)), chunk: chunk)
        #expect(!cut.isComplete)
    }

    @Test func `what is no form is refused`() {
        for type in ["", "text/plain", "multipart/form-data", "multipart/form-data; boundary="] {
            #expect(throws: MultipartReader.Failure.noBoundary) { _ = try MultipartReader(contentType: type) }
        }
        #expect(throws: MultipartReader.Failure.badHead) {
            _ = try Self.read("----x y\r\nContent-Type: a\r\n\r\nb\r\n----x y--", chunk: 100)
        }
        #expect(throws: MultipartReader.Failure.headTooLong) {
            _ = try Self.read("----x y\r\n" + String(repeating: "a", count: 9_000), chunk: 100)
        }
    }

    @Test func `no character leaves its place in a page, whatever follows it`() {
        let accents = MarkupEscaping.escaped("a\"\u{301}b'\u{338}<\u{338}>&")
        let wanted = "a&quot;\u{301}b&#39;\u{338}&lt;\u{338}&gt;&amp;"
        #expect(Array(accents.utf8) == Array(wanted.utf8))
        let controls = MarkupEscaping.escaped("a\u{0}b\u{1B}c\nd")
        let replaced = "a\u{FFFD}b\u{FFFD}c\nd"
        #expect(controls == replaced)
    }

    @Test func `parameters are read and written as browsers do`() {
        let parameters = FormParameters("q=a+b%20c&q=%E2%82%AC&empty=&x&bad=%zz%f")
        #expect(parameters["q"] == "a b c" && parameters.all("q") == ["a b c", "€"])
        #expect(parameters["empty"] == nil && parameters["bad"] == "%zz%f")
        let marks = parameters.with("x", nil).with("q", "&=\"'").encoded
        #expect(marks == "bad=%25zz%25f&q=%26%3D%22%27")
    }

    @Test func `addresses to listen on and names are read`() {
        #expect(ListenAddress("127.0.0.1:0") == .network(host: "127.0.0.1", port: 0))
        #expect(ListenAddress("[::1]:8417") == .network(host: "::1", port: 8417))
        #expect(ListenAddress("unix:/run/x.sock") == .unix(path: "/run/x.sock"))
        for text in ["", ":80", "unix:", "host", "host:x", "host:70000"] { #expect(ListenAddress(text) == nil) }
        let names = HostNames(configured: [], listening: [.network(host: "127.0.0.1", port: 80)])
        #expect(names.contain("127.0.0.1:99") && names.contain("LOCALHOST") && names.contain("[::1]:8417"))
        #expect(!names.contain("evil.example") && !names.contain("127.0.0.1.evil.example") && !names.contain(""))
        let own = HostNames(configured: ["News.Example"], listening: [])
        #expect(own.contain("news.example") && !own.contain("localhost"))
    }

    @Test func `what a page would have loaded is counted`() {
        #expect(UnloadedParts(Array("<p>text".utf8)).description == "there was nothing to load")
        #expect(
            UnloadedParts(Array("<IMG src=x><img src=y><script src=z>".utf8)).description
                == "2 images and 1 script were not loaded")
    }
}
