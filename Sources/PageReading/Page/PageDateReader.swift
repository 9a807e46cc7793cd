import NewsModel
import NewsText

/// Reads the dates of one page, where the day in the page's own address tells whether `04/03/2024` is in March or in April.
struct PageDateReader {
    private let language: String?
    /// The language with either order of day and month.
    private let orders: [String?]
    /// The day in the address; its day is nil where only year and month are in it.
    private let address: (year: Int, month: Int, day: Int?)?

    /// - Parameters:
    ///   - language: the language tag of the text with the region that the page tells, or nil.
    ///   - url: the page's own address, or nil.
    init(language: String?, url: String?) {
        self.language = language
        let primary = language.map { String($0.prefix { $0 != "-" && $0 != "_" }) }
        orders = [primary, (primary ?? "en") + "-us"]
        address = url.flatMap(Self.month)
    }

    /// The date that a text is, or nil.
    func read(_ text: String) -> NewsTime? { chosen { DateReader.read(text, language: $0) } }

    /// The first date in a text, or nil.
    func find(in text: String) -> NewsTime? { chosen { DateReader.find(in: text, language: $0) } }

    private func chosen(_ parse: (String?) -> NewsTime?) -> NewsTime? {
        guard let found = parse(language) else { return nil }
        guard address != nil, found.day <= 12, !fits(found) else { return found }
        return orders.lazy.compactMap(parse).first(where: fits) ?? found
    }

    private func fits(_ time: NewsTime) -> Bool {
        guard let address, time.year == address.year, time.month == address.month else { return false }
        return address.day == nil || time.day == address.day
    }

    /// `/2024/04/03/`, `/2024/04/`, `/2024-04-03`, `/20240403` in an address.
    private static func month(of url: String) -> (year: Int, month: Int, day: Int?)? {
        if let day = DateChoice.inAddress(url) { return (day.year, day.month, day.day) }
        let parts = url.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
            .map { String(Substring($0)) }
        for (year, month) in zip(parts, parts.dropFirst()) {
            guard year.utf8.count == 4, month.utf8.count <= 3, let year = Int(year), (1990...2100).contains(year) else {
                continue
            }
            if let month = Int(month) ?? MonthNames.month(month, language: nil), (1...12).contains(month) {
                return (year, month, nil)
            }
        }
        return nil
    }
}
