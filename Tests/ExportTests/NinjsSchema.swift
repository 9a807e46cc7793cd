import Foundation

/// The rules of the ninjs 3 schema (https://www.iptc.org/std/ninjs/) for the members that a text item has: which members an object may
/// have and must have, their types, the enumerated values, and the forms of times and URIs.
struct NinjsSchema {
    /// What a value must be.
    indirect enum Rule: Sendable {
        case text, integer(ClosedRange<Int>), dateTime, uri
        case oneOf(Set<String>)
        case list(Rule)
        case object([String: Rule], required: Set<String>)
        /// An item of the standard itself, as the associated ones are, with these members beside those of any.
        case item([String: Rule], required: Set<String>)
    }

    private static let value = Rule.list(
        .object(["role": .text, "contentType": .text, "value": .text], required: ["value"]))
    private static let party = Rule.list(
        .object(["name": .text, "rel": .text, "uri": .uri, "literal": .text], required: []))

    /// Members of any item.
    private static let members: [String: Rule] = [
        "uri": .uri,
        "type": .oneOf(["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]),
        "representationType": .oneOf(["full", "partial"]), "profile": .text, "version": .text,
        "firstCreated": .dateTime,
        "versionCreated": .dateTime, "contentCreated": .dateTime, "embargoedUntil": .dateTime,
        "pubStatus": .oneOf(["usable", "withheld", "canceled"]), "urgency": .integer(1...9), "copyrightHolder": .text,
        "copyrightNotice": .text, "usageTerms": .text, "edNote": .text, "language": .text, "descriptions": value,
        "headlines": value,
        "bodies": .list(
            .object(
                [
                    "role": .text, "contentType": .text, "value": .text, "charCount": .integer(0...Int.max),
                    "wordCount": .integer(0...Int.max),
                ], required: ["value"])),
        "people": party, "organisations": party, "subjects": party, "title": .text, "by": .text, "slugline": .text,
        "infoSources": .list(
            .object(["name": .text, "role": .text, "uri": .uri, "literal": .text], required: [])),
        "located": .text,
        "renditions": .list(
            .object(
                ["name": .text, "uri": .uri, "href": .uri, "contentType": .text, "title": .text], required: ["name"])),
        "associations": .list(.item(["name": .text, "rel": .text], required: ["name", "uri"])),
        "altIds": .list(.object(["role": .text, "value": .text], required: [])),
        "standard": .object(["name": .text, "version": .text, "schema": .uri], required: []), "expires": .dateTime,
    ]

    /// What is wrong with an item; empty where nothing is.
    ///
    /// - Parameter extensions: members of the root that are the writer's own.
    static func complaints(_ item: Any, extensions: Set<String>) -> [String] {
        guard var root = item as? [String: Any] else { return ["the item is no object"] }
        for name in extensions { root[name] = nil }
        return check(root, .item([:], required: ["uri"]), at: "")
    }

    private static func check(_ value: Any, _ rule: Rule, at place: String) -> [String] {
        switch rule {
        case .text: return value is String ? [] : ["\(place) is no text"]
        case .integer(let range):
            let number = value as? NSNumber
            let isWhole = number.map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
            return isWhole && range.contains(number?.intValue ?? -1) ? [] : ["\(place) is no integer of \(range)"]
        case .dateTime: return isDateTime(value) ? [] : ["\(place) is no date-time: \(value)"]
        case .uri: return isURI(value) ? [] : ["\(place) is no URI: \(value)"]
        case .oneOf(let values):
            return (value as? String).map(values.contains) == true ? [] : ["\(place) is none of its values: \(value)"]
        case .list(let element):
            guard let list = value as? [Any] else { return ["\(place) is no list"] }
            return list.enumerated().flatMap { check($1, element, at: "\(place)[\($0)]") }
        case .object(let members, let required): return check(value, members, required, at: place)
        case .item(let further, let required):
            return check(value, members.merging(further) { _, new in new }, required, at: place)
        }
    }

    private static func check(
        _ value: Any, _ members: [String: Rule], _ required: Set<String>, at place: String
    ) -> [String] {
        guard let object = value as? [String: Any] else { return ["\(place) is no object"] }
        let missing = required.subtracting(object.keys).map { "\(place).\($0) is missing" }
        return missing
            + object.flatMap { name, value in
                members[name].map { check(value, $0, at: "\(place).\(name)") } ?? [
                    "\(place).\(name) is not of the standard"
                ]
            }
    }

    /// RFC 3339, section 5.6, as the schema's format `date-time` asks.
    private static func isDateTime(_ value: Any) -> Bool {
        guard let text = value as? String else { return false }
        return text.wholeMatch(
            of:
                /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)/
        )
            != nil
    }

    /// RFC 3986: a scheme, and no character that must be escaped.
    private static func isURI(_ value: Any) -> Bool {
        guard let text = value as? String else { return false }
        return text.wholeMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:([A-Za-z0-9\-._~:\/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*/)
            != nil
    }
}
