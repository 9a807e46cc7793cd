import NewsModel

/// What stands beside articles in containers and web archives and is none: pictures, styles, scripts, fonts, sound, films, and
/// files that systems leave behind. It is passed over without a message, as a browser's user would expect.
enum Illustrations {
    private static let endings: Set<String> = [
        "css", "js", "mjs", "map", "wasm", "woff", "woff2", "ttf", "otf", "eot", "ico", "svg", "svgz", "png", "jpg",
        "jpeg", "jpe",
        "gif", "webp", "avif", "bmp", "tif", "tiff", "heic", "mp3", "m4a", "aac", "ogg", "oga", "opus", "wav", "flac",
        "mp4", "m4v",
        "mov", "webm", "ogv", "avi", "mkv", "mpg", "mpeg", "swf", "ds_store", "part", "partial", "tmp", "crdownload",
        "cdx", "cdxj",
        "bak",
    ]
    private static let systemNames: Set<String> = ["thumbs.db", "desktop.ini", "@eadir", "__macosx", "lost+found"]

    /// Whether a member is passed over because of its name alone.
    static func passesOver(_ name: FileName) -> Bool {
        let components = name.bytes.split(separator: UInt8(ascii: "/"))
        if components.contains(where: { component in
            component.first == UInt8(ascii: ".") && component != [0x2E] && component != [0x2E, 0x2E]
                || systemNames.contains(String(decoding: component, as: UTF8.self).lowercased())
        }) {
            return true
        }
        return endings.contains(ReadingHint(name: name).ending)
    }

    /// Whether bytes are a picture, font, sound or film, whatever their name says.
    static func passesOver(_ start: UnsafeBufferPointer<UInt8>) -> Bool {
        signatures.contains { offset, signature in
            start.count >= offset + signature.count
                && start[offset..<offset + signature.count].elementsEqual(signature)
        }
    }

    /// Whether a media type is that of something that is passed over; false where it says nothing.
    static func passesOver(mediaType: String) -> Bool {
        let type = mediaType.lowercased().prefix { $0 != ";" }.filter { $0 != " " }
        if ["image/", "audio/", "video/", "font/"].contains(where: type.hasPrefix) { return true }
        return type.hasSuffix("/css") || type.contains("javascript") || type.contains("ecmascript")
            || type.contains("font") || type.hasSuffix("/wasm") || type.hasSuffix("mpegurl")
            || type.hasSuffix("shockwave-flash")
    }

    private static let signatures: [(Int, [UInt8])] = [
        (0, [0x89, 0x50, 0x4E, 0x47]), (0, [0xFF, 0xD8, 0xFF]), (0, Array("GIF8".utf8)), (8, Array("WEBP".utf8)),
        (0, [0x49, 0x49, 0x2A, 0]), (0, [0x4D, 0x4D, 0, 0x2A]), (4, Array("ftyp".utf8)), (0, Array("ID3".utf8)),
        (0, Array("OggS".utf8)), (0, Array("wOFF".utf8)), (0, Array("wOF2".utf8)), (0, [0, 0, 1, 0]),
        (0, [0x1A, 0x45, 0xDF, 0xA3]), (8, Array("WAVE".utf8)), (8, Array("AVI ".utf8)), (0, Array("fLaC".utf8)),
    ]
}
