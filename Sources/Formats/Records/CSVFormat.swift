import NewsModel

/// CSV (RFC 4180) with a header, its cells parted by commas, semicolons or bars.
enum CSVFormat: DelimitedFormat {
    static let format = Format.csv
    static let endings: Set<String> = ["csv"]
    static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), 0x09]
}
