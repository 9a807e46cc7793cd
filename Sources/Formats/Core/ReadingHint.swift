import NewsModel

/// What is known of a file beside its bytes.
package struct ReadingHint: Sendable, Hashable {
    /// The file's name as it was dropped; its ending is a second opinion on the format.
    package var name: FileName
    /// The media type by which a container or mail declares the bytes, such as `text/html; charset=utf-8`; nil by default.
    package var mediaType: String?
    /// The address by which a container, such as a web archive, knows the bytes; nil by default.
    package var url: String?
    /// When they were fetched from there; nil by default.
    package var retrieved: NewsTime?
    /// The format that carries the article and gives it its `format`, such as `warc` for a page in a web archive; nil
    /// where the article's own format says best what it is.
    var carrier: Format?

    /// A hint of a file's name; everything else is unknown.
    package init(name: FileName, mediaType: String? = nil, url: String? = nil, retrieved: NewsTime? = nil) {
        self.name = name
        self.mediaType = mediaType
        self.url = url
        self.retrieved = retrieved
    }

    /// The ending of the name in lower case, without the full stop; empty where there is none.
    var ending: String {
        let last = name.lastComponent.bytes
        guard let dot = last.lastIndex(of: UInt8(ascii: ".")), dot > last.startIndex, last.count - dot <= 12 else {
            return ""
        }
        return String(decoding: last[(dot + 1)...], as: UTF8.self).lowercased()
    }

    /// The charset parameter of the media type, or nil.
    var charset: String? {
        guard let mediaType,
            let range = mediaType.lowercased().utf8.split(separator: UInt8(ascii: ";")).first(where: {
                String($0)?.contains("charset=") ?? false
            }), let parameter = String(range)
        else { return nil }
        return parameter.split(separator: "=").last.map { String($0.filter { $0 != "\"" && $0 != "'" && $0 != " " }) }
    }
}
