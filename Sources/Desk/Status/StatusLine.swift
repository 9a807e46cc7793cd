import ArticleQuery
import Glibc

/// The one line that `systemctl status` and the terminal show.
struct StatusLine: Sendable, Equatable {
    var articles: Int64 = 0
    var waiting = 0
    /// True when more may be waiting than is counted.
    var isWaitingOpen = false
    var rejected: Int64 = 0
    /// The large file that is being read, and how much of it is read, in percent.
    var reading: LargeFile?
    var last: Last?
    var problem: String?

    /// A file of many articles on its way.
    struct LargeFile: Sendable, Equatable {
        var name: String
        var percent: Int
    }

    /// The article that was stored last.
    struct Last: Sendable, Equatable {
        /// `HH:MM` of the local clock.
        var time: String
        var headline: String?
        var outlet: String?

        init(_ stored: LastArticle) {
            var seconds = time_t(stored.received / 1000)
            var parts = tm()
            localtime_r(&seconds, &parts)
            func twoDigits(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
            time = twoDigits(parts.tm_hour) + ":" + twoDigits(parts.tm_min)
            headline = stored.headline
            outlet = stored.outlet
        }
    }

    /// Such as `12,431 articles · 3 waiting · 2 rejected · last 14:02 "Headline" (Outlet)`; a problem comes first.
    var text: String {
        var parts: [String] = []
        if let problem { parts.append("PROBLEM: \(problem)") }
        parts.append("\(Self.grouped(articles)) article\(articles == 1 ? "" : "s")")
        parts.append("\(Self.grouped(Int64(waiting)))\(isWaitingOpen ? "+" : "") waiting")
        parts.append("\(Self.grouped(rejected)) rejected")
        if let reading { parts.append("reading \(reading.name.prefix(60)) \(reading.percent) %") }
        if let last {
            var text = "last \(last.time)"
            if let headline = last.headline { text += " \"\(headline.prefix(80))\(headline.count > 80 ? "…" : "")\"" }
            if let outlet = last.outlet { text += " (\(outlet.prefix(40)))" }
            parts.append(text)
        }
        return parts.joined(separator: " · ")
    }

    /// Digits in groups of three.
    static func grouped(_ number: Int64) -> String {
        var digits = Array(String(number.magnitude))
        var index = digits.count - 3
        while index > 0 {
            digits.insert(",", at: index)
            index -= 3
        }
        return (number < 0 ? "-" : "") + String(digits)
    }
}
