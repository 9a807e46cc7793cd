import NewsModel

/// The media types of originals (IANA's registry), by what they were read as, else by the ending of the name.
enum MediaType {
    static func of(_ original: ExportedOriginal) -> String {
        if let format = original.format, let type = types[format] { return type }
        let name = original.file.lastComponent.bytes
        if let dot = name.lastIndex(of: UInt8(ascii: ".")) {
            let ending = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
            if let type = types[ending] { return type }
        }
        return "application/octet-stream"
    }

    /// By the name of a format or an ending; where both exist they mean the same.
    private static let types = [
        "html": "text/html", "htm": "text/html", "xhtml": "application/xhtml+xml", "text": "text/plain",
        "txt": "text/plain", "markdown": "text/markdown", "md": "text/markdown",
        "rss": "application/rss+xml", "rss20": "application/rss+xml", "rss090": "application/rdf+xml",
        "rss10": "application/rdf+xml", "atom": "application/atom+xml", "atom10": "application/atom+xml",
        "jsonfeed": "application/feed+json", "wxr": "application/xml", "xml": "application/xml",
        "nitf": "application/xml", "newsml-1.2": "application/xml", "ritzau-xml": "application/xml",
        "newsml-g2": "application/vnd.iptc.g2.newsitem+xml", "iptc7901": "text/plain", "anpa-1312": "text/plain",
        "json": "application/json", "ninjs": "application/json", "json-ld": "application/ld+json",
        "jsonl": "application/x-ndjson", "ndjson": "application/x-ndjson", "csv": "text/csv",
        "tsv": "text/tab-separated-values", "eml": "message/rfc822", "mbox": "application/mbox",
        "mht": "multipart/related", "mhtml": "multipart/related", "warc": "application/warc",
        "zip": "application/zip", "tar": "application/x-tar", "gz": "application/gzip", "zst": "application/zstd",
        "xz": "application/x-xz", "bz2": "application/x-bzip2", "pdf": "application/pdf",
        "epub": "application/epub+zip", "rtf": "application/rtf",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "odt": "application/vnd.oasis.opendocument.text",
    ]
}
