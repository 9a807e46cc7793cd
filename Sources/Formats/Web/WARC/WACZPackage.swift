import NewsModel

extension Format {
    /// A web archive collection: WACZ 1.1.1 (specs.webrecorder.net/wacz/1.1.1), a zip archive with web archives in `archive/`.
    ///
    /// Its lists of pages, indexes and logs hold no articles.
    static let wacz = Format(
        name: "warc", mediaTypes: ["application/wacz"], endings: ["wacz"], members: "file", isServed: false,
        form: .package(WACZPackage.recognises, WACZPackage.read))
}

/// Recognises and reads `Format.wacz`.
enum WACZPackage {
    static func recognises(_ directory: ZipDirectory) throws -> Bool {
        guard try directory.entry(named: "datapackage.json") != nil else { return false }
        return try directory.firstNames().contains(where: isArchive)
    }

    static func read(_ directory: ZipDirectory, in context: ReadingContext) throws {
        try ZipFormat.readMembers(of: directory, in: context, where: { isArchive($0.text) })
    }

    private static func isArchive(_ name: String) -> Bool {
        name.hasPrefix("archive/") && (name.hasSuffix(".warc") || name.hasSuffix(".warc.gz"))
    }
}
