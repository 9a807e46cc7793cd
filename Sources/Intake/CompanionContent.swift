import Glibc
import LinuxSystem

/// What stands in the folder of a saved page: parts of the page, which go with it, and files that may be articles, which do not.
///
/// A part is what the page embeds, what such a part embeds, and what cannot be an article: pictures, fonts, sounds, programs, style
/// sheets, and pages without a sentence, such as the frames of advertisements.
struct CompanionContent {
    /// Bytes of a page that are looked through for what it embeds.
    static let pageBytes = 16 << 20
    /// Bytes of a file that are looked at to see what it is.
    private static let headBytes = 64 << 10
    /// A page with fewer words is no article; the shortest flashes of agencies have more.
    private static let fewestWords = 5
    /// Bytes beyond ASCII from which a text in a script without spaces is a sentence: some twenty signs.
    private static let sentenceBytes = 60
    /// Bytes of a file within which a picture, font or sound has bytes that no text has.
    private static let binaryBytes = 512

    /// Endings of files that hold no text for readers, in lower case.
    private static let partEndings = Set(
        [
            "css", "js", "mjs", "map", "wasm", "swf", "png", "jpg", "jpeg", "jpe", "jfif", "gif", "webp", "avif", "svg",
            "ico",
            "cur", "bmp", "tif", "tiff", "apng", "jxl", "heic", "woff", "woff2", "ttf", "otf", "eot", "mp3", "m4a",
            "ogg",
            "oga", "wav", "flac", "mp4", "m4v", "webm", "ogv", "mov", "avi", "mpg", "mpeg", "ts", "m3u8", "vtt", "thmx",
            "mso", "emz", "wmz", "emf", "wmf",
        ].map { Array($0.utf8) })
    /// How files of pictures, fonts, sounds and programs begin.
    private static let partSignatures: [[UInt8]] = [
        [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("RIFF".utf8), Array("BM".utf8),
        [0, 0, 1, 0], Array("wOFF".utf8), Array("wOF2".utf8), Array("OTTO".utf8), [0, 1, 0, 0], Array("OggS".utf8),
        Array("ID3".utf8), [0, 0x61, 0x73, 0x6D], Array("fLaC".utf8), [0x1A, 0x45, 0xDF, 0xA3],
    ]

    /// The name of the folder.
    let name: [UInt8]
    /// The open folder.
    let folder: any OpenFolder
    /// The page that was filed, asked for only where something may be an article; nil where it is not known.
    let page: () -> [UInt8]?
    /// Names that are no deliveries anywhere.
    let rules: IgnoreRules

    /// Those of some files that are deliveries of their own.
    ///
    /// - Parameter files: paths below the folder.
    func articles(among files: [[UInt8]]) -> [[UInt8]] {
        let candidates = files.filter { mayBeArticle($0) }
        guard !candidates.isEmpty, let page = page() else { return candidates }
        return withoutEmbedded(candidates, in: page)
    }

    /// Whether a file that is no delivery because of its name, such as one that is still downloaded, may be an article all the same: it is
    /// left where it is, and with it the folder. What systems strew about is nothing of the kind.
    ///
    /// - Parameter files: paths below the folder.
    func holdsIgnoredText(among files: [[UInt8]]) -> Bool {
        files.contains { path in
            let components = Self.components(path)
            return components.contains { rules.ignores($0) } && !components.contains { Self.strewn.ignores($0) }
                && mayHoldText(path)
        }
    }

    /// Names that systems put into every folder that somebody looks at.
    private static let strewn = IgnoreRules(patterns: [
        ".DS_Store", "._*", "Thumbs.db", "desktop.ini", "@eaDir", ".directory", ".localized", "*:Zone.Identifier",
    ])

    /// Leaves out what a page embeds, and what is embedded by that.
    private func withoutEmbedded(_ candidates: [[UInt8]], in page: [UInt8]) -> [[UInt8]] {
        var left = candidates
        var references = [(PageReferences(page: page), base: [[UInt8]]())]
        while let (page, base) = references.popLast(), !left.isEmpty {
            let embedded = left.filter { page.contain([name] + Self.components($0), base: base) }
            left.removeAll { embedded.contains($0) }
            for path in embedded {
                guard let bytes = read(path, most: Self.pageBytes) else { continue }
                references.append((PageReferences(page: bytes), [name] + Self.components(path).dropLast()))
            }
        }
        return left
    }

    private static func components(_ path: [UInt8]) -> [[UInt8]] {
        path.split(separator: UInt8(ascii: "/")).map { Array($0) }
    }

    private func mayBeArticle(_ path: [UInt8]) -> Bool {
        !Self.components(path).contains { rules.ignores($0) } && mayHoldText(path)
    }

    /// Whether a file may be an article, by its ending and its beginning. What cannot be read may.
    private func mayHoldText(_ path: [UInt8]) -> Bool {
        let name = Self.components(path).last ?? path
        if let dot = name.lastIndex(of: UInt8(ascii: ".")) {
            let ending = name[(dot + 1)...].map { (65...90).contains($0) ? $0 + 32 : $0 }
            if Self.partEndings.contains(ending) { return false }
        }
        guard let head = read(path, most: Self.headBytes) else { return true }
        let isSigned =
            Self.partSignatures.contains { head.starts(with: $0) } || head.dropFirst(4).starts(with: "ftyp".utf8)
        // "BMW recalls" and "RIFF raff" begin like pictures and sounds.
        if isSigned, head.prefix(Self.binaryBytes).contains(where: Self.isBinary) { return false }
        guard let first = head.first(where: { $0 > 0x20 }) else { return head.count == Self.headBytes }
        guard first == UInt8(ascii: "<"), head.count < Self.headBytes else { return true }
        return !Self.isPageWithoutSentence(head)
    }

    private static func isPageWithoutSentence(_ bytes: [UInt8]) -> Bool {
        var scanner = TagScanner(bytes)
        var isPage = false
        while let tag = scanner.next(rawText: [Array("script".utf8), Array("style".utf8)]) {
            // A body alone may be one of NITF.
            isPage = isPage || tag.name == Array("html".utf8)
            // An article may stand in the data of a page alone.
            if tag.name == Array("script".utf8),
                tag.attributes.contains(where: { $0.name == Array("type".utf8) && holdsJSON($0.value) })
            {
                return false
            }
        }
        return isPage && scanner.words < fewestWords && scanner.foreignBytes < sentenceBytes
    }

    private static func holdsJSON(_ type: [UInt8]) -> Bool {
        String(decoding: type, as: UTF8.self).lowercased().contains("json")
    }

    /// Whether a byte stands in no text: a control character that is no white space and begins no escape.
    private static func isBinary(_ byte: UInt8) -> Bool { byte < 0x09 || (0x0E..<0x20).contains(byte) && byte != 0x1B }

    private func read(_ path: [UInt8], most: Int) -> [UInt8]? {
        guard let file = try? folder.file(beneath: path),
            let status = try? file.status(), status.kind == .file
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: min(most, Int(clamping: status.size)))
        let count = try? bytes.withUnsafeMutableBytes { buffer throws(SystemError) in
            try file.readFully(into: buffer, at: 0)
        }
        return count.map { Array(bytes[..<$0]) }
    }
}
