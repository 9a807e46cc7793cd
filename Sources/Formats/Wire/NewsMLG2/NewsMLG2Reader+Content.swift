import Bytes
import Markup
import NewsModel

/// The text of an item: NITF, XHTML or plain text within it, or what a package refers to.
extension NewsMLG2Reader {
    /// Items of a package that are kept as links.
    private static let mostReferences = 1_000

    /// Takes the best of the renditions of the text: they are alternatives.
    static func readText(_ root: XMLElement, _ item: inout WireItem) {
        let contents = root.all("contentSet").flatMap { Array($0.children) }
        for xml in contents where xml.name == "inlineXML" {
            if take(xml, &item) { return }
        }
        for data in contents where data.name == "inlineData" {
            let type = data.attribute("contenttype")?.lowercased() ?? "text/plain"
            // Pictures may stand in the item as text that encodes them.
            guard type.hasPrefix("text/") || type.contains("html") || type.contains("xml"),
                data.attribute("encoding") == nil, data.line != nil
            else { continue }
            item.payloads.append(type.contains("html") ? .html(data.textBytes) : WireText.payload(data.text))
            return
        }
        for remote in contents where remote.name == "remoteContent" {
            let type = remote.attribute("contenttype") ?? ""
            guard let address = remote.attribute("href"), address.contains("://") else { continue }
            if type.hasPrefix("image/") {
                item.leadImage = item.leadImage ?? LeadImage(url: address)
            } else if type.isEmpty || type.hasPrefix("text/") {
                item.links.append(Link(url: address))
            }
        }
    }

    private static func take(_ xml: XMLElement, _ item: inout WireItem) -> Bool {
        guard let root = xml.children.first(where: { _ in true }) else {
            guard xml.line != nil else { return false }
            item.payloads.append(WireText.payload(xml.text))
            return true
        }
        if root.name == "nitf" {
            let nested = NITFReader.item(root)
            item.set(\.headline, nested.headline)
            item.set(\.byline, nested.byline)
            item.set(\.facts.byTitle, nested.facts.byTitle)
            item.set(\.dateline, nested.dateline)
            item.set(\.deck, nested.deck)
            item.payloads += nested.payloads
            return true
        }
        let body = root.is("html") ? root.first("body") ?? root : xml
        guard body.line != nil else { return false }
        item.payloads.append(.html(WireMarkup.html(of: body)))
        return true
    }

    /// Makes of a package what it says itself, and links to its items.
    ///
    /// - Throws: `.noText` where it has no headline.
    static func readPackage(_ root: XMLElement, _ item: inout WireItem) throws(ReadingFailure) {
        let references = root.descendants.lazy.filter { $0.is("itemRef") }.prefix(mostReferences)
        var html: [UInt8] = []
        var count = 0
        for reference in references {
            count += 1
            let address = reference.attribute("href") ?? reference.attribute("residref") ?? ""
            let title = reference.first("title")?.line ?? reference.first("headline")?.line
            if !address.isEmpty { item.links.append(Link(url: address, text: title)) }
            guard let title else { continue }
            html += "<li>".utf8
            html += title.utf8.flatMap { $0 == UInt8(ascii: "<") ? Array("&lt;".utf8) : [$0] }
            html += "</li>".utf8
        }
        guard item.headline != nil else {
            throw ReadingFailure(
                .noText, "The package refers to \(count) items and says nothing itself; the items come by themselves.")
        }
        if !html.isEmpty { item.payloads.append(.html(Array("<ul>".utf8) + html + Array("</ul>".utf8))) }
    }
}
