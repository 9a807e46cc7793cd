import Bytes
import Markup

/// The JSON-LD of a page (schema.org), flattened: every object that has a type, wherever it stands.
struct LinkedData {
    /// Objects one inside another that are looked at.
    private static let depthLimit = 12
    /// Objects of a page that are kept; a list of products has a thousand.
    private static let objectLimit = 4_000

    /// An object with its types.
    struct Object {
        var types: [String]
        var value: JSONValue
        /// How deep it stands; 0 for the outermost.
        var depth: Int
    }

    private(set) var objects: [Object] = []

    /// Takes the content of one script.
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = String(decoding: bytes.prefix(200), as: UTF8.self)
        var values = start.holds("&quot;") || start.holds("&#34;") ? [] : JSONReader.read(bytes)
        if !values.contains(where: hasMembers) {
            // Escaped as if it were text: `{&quot;@type&quot;: ...`.
            values = JSONReader.read(HTMLText.unescaped(String(decoding: bytes, as: UTF8.self)))
        }
        for value in values { collect(value, depth: 0) }
    }

    private func hasMembers(_ value: JSONValue) -> Bool {
        switch value {
        case .object(let members): !members.isEmpty
        case .array(let items): items.contains(where: hasMembers)
        default: false
        }
    }

    private mutating func collect(_ value: JSONValue, depth: Int) {
        guard depth < Self.depthLimit, objects.count < Self.objectLimit else { return }
        switch value {
        case .array(let items):
            for item in items { collect(item, depth: depth) }
        case .object(let members):
            let types = (value["@type"] ?? value["type"])?.list.compactMap(\.text) ?? []
            if !types.isEmpty {
                objects.append(Object(types: types.map { Self.bare($0) }, value: value, depth: depth))
            }
            for member in members {
                switch member.value {
                // Other articles: lists, parts, what is quoted or recommended.
                case .object, .array:
                    let isOther = [
                        "itemListElement", "hasPart", "citation", "isPartOf", "relatedLink", "comment", "isBasedOn",
                    ]
                    collect(member.value, depth: depth + (isOther.contains(member.key) ? 4 : 1))
                default: break
                }
            }
        default: break
        }
    }

    /// `http://schema.org/NewsArticle` and `schema:NewsArticle` as `NewsArticle`.
    private static func bare(_ type: String) -> String {
        type.split(whereSeparator: { $0 == "/" || $0 == ":" || $0 == "#" }).last.map(String.init) ?? type
    }

    /// True for the types of schema.org that are an article.
    static func isArticle(_ type: String) -> Bool {
        type.hasSuffix("Article") || type.hasSuffix("Posting") || type.hasPrefix("Reportage") || type == "Report"
            || type == "Recipe" || type == "Review" || type == "CreativeWork" || type == "OpinionNewsArticle"
            || type == "HowTo" || type == "PodcastEpisode" || type == "Message"
    }

    /// The object that describes the page's article: the outermost; of several the one whose headline is the page's.
    func article(headlines: [TextFingerprint]) -> JSONValue? {
        let found = objects.filter { $0.types.contains(where: Self.isArticle) && $0.depth < 4 }
        guard let least = found.map(\.depth).min() else { return nil }
        let matching = found.first { object in
            guard let text = object.value["headline"]?.text ?? object.value["name"]?.text else { return false }
            let fingerprint = TextFingerprint(HTMLText.unescaped(text))
            return !fingerprint.isEmpty && headlines.contains { $0.isSame(fingerprint) }
        }
        return (matching ?? found.first { $0.depth == least })?.value
    }

    /// The object with that `@id` and more to say than the id.
    func object(id: String) -> JSONValue? {
        objects.first { $0.value["@id"]?.text == id && $0.value["name"] != nil }?.value
    }

    /// The objects of a type.
    func all(_ type: String) -> [JSONValue] { objects.filter { $0.types.contains(type) }.map(\.value) }
}
