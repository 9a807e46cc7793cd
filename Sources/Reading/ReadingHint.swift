import NewsModel

/// What is known of a file beside its bytes.
public struct ReadingHint: Sendable, Hashable {
    /// The file's name as it was dropped; its ending is a second opinion on the format.
    public var name: FileName
    /// The media type by which a container or mail declares the bytes, such as `text/html; charset=utf-8`; nil by default.
    public var mediaType: String?

    /// A hint of a file's name.
    public init(name: FileName, mediaType: String? = nil) {
        self.name = name
        self.mediaType = mediaType
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
        return parameter.split(separator: "=").last.map(String.init)
    }
}
