import NewsModel

/// A table with a header, its cells parted by tabs (the media type text/tab-separated-values; quoted cells are understood too).
enum TSVFormat: DelimitedFormat {
    static let format = Format.tsv
    static let endings: Set<String> = ["tsv", "tab"]
    static let delimiters: [UInt8] = [0x09]
}
