import Testing

@testable import Bytes
@testable import Markup

@Suite struct XMLReaderTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var subject: String
        var xml: String
        var outline: String
        var testDescription: String { subject }
    }

    static let examples = [
        Example(
            subject: "elements, text and attributes", xml: #"<a b="1" c='2'>x<d/>y</a>"#, outline: "(a b=1 c=2 x (d) y)"
        ),
        Example(
            subject: "a declaration, comments and instructions",
            xml: "<?xml version='1.0'?><!-- < --><a><?p <x> ?>t<!-- > --></a>", outline: "(a t)"),
        Example(
            subject: "a CDATA section with marks in it", xml: "<a>1<![CDATA[<b>&amp;]] >]]>2</a>",
            outline: "(a 1<b>&amp;]] >2)"),
        Example(
            subject: "characters by number and by name",
            xml: "<a b='&quot;&#65;'>&lt;&#x20AC;&#8364;&eacute;&nbsp;&amp;lt;&#150;</a>",
            outline: "(a b=\"A <€€é\u{A0}&lt;–)"),
        Example(
            subject: "bare ampersands and angle brackets", xml: "<a>Q&A & R; 1 < 2 &unknown;</a>",
            outline: "(a Q&A & R; 1 < 2 &unknown;)"),
        Example(subject: "an end tag without a start", xml: "<a>1</b>2</a>", outline: "(a 12)"),
        Example(subject: "a missing end tag", xml: "<a><b>1<c>2</b>3</a>", outline: "(a (b 1 (c 2)) 3)"),
        Example(subject: "line ends of every kind", xml: "<a>1\r\n2\r3\n4</a>", outline: "(a 1\n2\n3\n4)"),
        Example(subject: "an angle bracket within an attribute", xml: "<a b='x > y'>1</a>", outline: "(a b=x > y 1)"),
        Example(subject: "one attribute twice", xml: "<a b='1' b='2'/>", outline: "(a b=1)"),
        Example(subject: "an attribute without quotation marks", xml: "<a b=1 c>2</a>", outline: "(a b=1 c= 2)"),
        Example(
            subject: "a document type with entities of text",
            xml: "<!DOCTYPE a [<!ENTITY co \"Wire &#38; Co\"> <!-- ' --> <!ENTITY n 'x<y>'>]><a>&co; &n;</a>",
            outline: "(a Wire & Co &n;)"),
        Example(
            subject: "an external entity",
            xml: "<!DOCTYPE a SYSTEM 'http://x/y.dtd' [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&f;</a>",
            outline: "(a &f;)"),
    ]

    @Test(arguments: examples) func `A document is read as`(_ example: Example) throws {
        let root = try document(example.xml)
        #expect(outline(root) == example.outline)
    }

    @Test func `Namespaces are told by their URI, and a prefix means what is nearest`() throws {
        let root = try document(
            "<r xmlns='urn:1' xmlns:p='urn:2'><p:a x='1' p:x='2'/><b xmlns='urn:3'><p:c xmlns:p='urn:4'/></b><p:d/></r>"
        )
        #expect(root.namespace.uri == "urn:1")
        let a = try #require(root.first("a"))
        #expect(a.namespace.uri == "urn:2")
        #expect(a.attribute("x", in: XMLNamespace.none) == "1")
        #expect(a.attribute("x", in: XMLNamespace("urn:2")) == "2")
        #expect(root.descendant("b")?.namespace.uri == "urn:3")
        #expect(root.descendant("c")?.namespace.uri == "urn:4")
        #expect(root.first("d", in: XMLNamespace("urn:2")) != nil)
    }

    @Test func `A customary prefix counts without its declaration`() throws {
        let root = try document("<r><dc:creator>Ana</dc:creator><odd:x/></r>")
        #expect(root.first("creator", in: .dublinCore)?.line == "Ana")
        #expect(root.first("x", in: XMLNamespace.none) != nil)
    }

    @Test func `The charset is that of the declaration, of the mark or of the carrier`() throws {
        let latin = Array("<?xml version='1.0' encoding='iso-8859-1'?><a>caf".utf8) + [0xE9] + Array("</a>".utf8)
        #expect(try element(latin).text == "café")
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in "<a>Łódź</a>".utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try element(wide).text == "Łódź")
    }

    @Test func `A document that ends within an element is told so`() throws {
        #expect { try document("<a><b>text") } throws: { ($0 as? ReadingFailure)?.code == .truncated }
        #expect { try document("<a><b attr='") } throws: { ($0 as? ReadingFailure)?.code == .truncated }
        #expect { try document("no element") } throws: { ($0 as? ReadingFailure)?.code == .malformed }
    }

    @Test func `Entities that name one another a few times do not multiply`() throws {
        let xml = Self.nested(levels: 4, references: 10)
        #expect(try document(xml + "<a>&e4;</a>").text == String(repeating: "&e3;", count: 10))
    }

    @Test(arguments: [
        nested(levels: 20, references: 10), nested(levels: 20, references: 1), nested(levels: 8, references: 10),
        "<!DOCTYPE a [<!ENTITY e0 '&e1;'><!ENTITY e1 'x &e0;'>]>",
        "<!DOCTYPE a [<!ENTITY % e0 'lol'>"
            + (1...8).map {
                "<!ENTITY % e\($0) '" + String(repeating: "%e\($0 - 1);", count: 10) + "'>"
            }.joined() + "]>",
    ]) func `Entities that come to far more than they are, or stand for themselves, are refused`(type: String) {
        #expect { try document(type + "<a>text</a>") } throws: { ($0 as? ReadingFailure)?.code == .limitExceeded }
    }

    /// A document type with entities within one another.
    private static func nested(levels: Int, references: Int) -> String {
        let types = (1...levels).map {
            "<!ENTITY e\($0) '" + String(repeating: "&e\($0 - 1);", count: references) + "'>"
        }
        return "<!DOCTYPE a [<!ENTITY e0 'lol'>" + types.joined() + "]>"
    }

    @Test func `Entities that are used very often are refused`() {
        let xml =
            "<!DOCTYPE a [<!ENTITY e '\(String(repeating: "x", count: 1000))'>]><a>"
            + String(repeating: "&e;", count: 2000) + "</a>"
        #expect { try document(xml) } throws: { ($0 as? ReadingFailure)?.code == .limitExceeded }
    }

    @Test func `More than the limit is refused`() {
        let hostile = [
            String(repeating: "<a>", count: 300),
            "<a " + (0..<300).map { "b\($0)='1'" }.joined(separator: " ") + "/>",
            "<a b='" + String(repeating: "x", count: 2 << 20) + "'/>",
            "<!DOCTYPE a [" + String(repeating: " ", count: 2 << 20) + "]><a/>",
        ]
        for xml in hostile {
            #expect { try document(xml) } throws: { ($0 as? ReadingFailure)?.code == .limitExceeded }
        }
    }

    @Test func `Records are taken one by one from a document larger than what is held at once`() throws {
        var xml = "<feed><title>Harbour</title>"
        for index in 0..<5000 { xml += "<entry n='\(index)'><p>\(String(repeating: "ä ", count: 60))</p></entry>" }
        xml += "</feed>"
        let bytes = Array(xml.utf8)
        try bytes.withUnsafeBufferPointer { bytes in
            let reader = XMLReader(ByteInput(BytesInMemory(bytes)))
            var entries = 0
            while let event = try reader.next() {
                guard case .open(let tag) = event, tag.name.local == "entry" else { continue }
                let entry = try reader.element(tag)
                #expect(entry.attribute("n") == String(entries))
                #expect(entry.line?.utf8.count == 60 * 3 - 1)
                entries += 1
            }
            #expect(entries == 5000)
        }
    }

    @Test func `A document cut off anywhere is read without harm`() throws {
        let xml = Array(
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e 'x'>]><a b='&e;'>t<!-- c --><![CDATA[d]]>&amp;<c/></a>".utf8)
        for length in 0..<xml.count {
            try xml[..<length].withUnsafeBufferPointer { bytes in
                let reader = XMLReader(ByteInput(BytesInMemory(bytes)))
                var depth = 0
                while let event = try reader.next() {
                    switch event {
                    case .open: depth += 1
                    case .close: depth -= 1
                    case .text: break
                    }
                }
                #expect(depth == 0)
            }
        }
    }

    // MARK: Helpers

    private func document(_ xml: String) throws -> XMLElement { try element(Array(xml.utf8)) }

    private func element(_ bytes: [UInt8]) throws -> XMLElement {
        try bytes.withUnsafeBufferPointer { try XMLElement.document($0) }
    }

    private func outline(_ element: XMLElement) -> String {
        let attributes = element.attributes.map { "\($0.name.local)=\($0.value)" }
        let content = element.content.map { content in
            switch content {
            case .element(let child): outline(child)
            case .text(let text): text
            }
        }
        return "(" + ([element.name] + attributes + content).joined(separator: " ") + ")"
    }
}

@Suite struct XMLRootTests {
    @Test(arguments: [
        (
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b '>'>]>\n<!-- <x> --><n:Item xmlns:n='urn:N' a='>'>", "item",
            "urn:n"
        ),
        ("<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\">", "newsitem", "http://iptc.org/std/nar/2006-10-01/"),
        ("<nitf/>", "nitf", ""),
    ])
    func `The root is told behind what stands before it`(xml: String, name: String, namespace: String) throws {
        let root = try #require(XMLRoot(Array(xml.lowercased().utf8)))
        #expect(root.name == name)
        #expect(root.namespace == namespace)
    }

    @Test(arguments: ["text <a>", "< a>", "<!-- <a>", "<?xml", "<a b='", ""])
    func `What is no document has no root`(text: String) {
        #expect(XMLRoot(Array(text.utf8)) == nil)
    }
}
