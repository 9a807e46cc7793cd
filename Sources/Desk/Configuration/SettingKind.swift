import Logging
import Intake

/// How a setting is written, and what it may be.
struct SettingKind<Value> {
    /// What to write, for messages: "… wants HINT, not …".
    let hint: String
    /// The words that may stand, where there are only some; for suggestions.
    var words: [String] = []
    /// Reads what was written; nil where it is wrong.
    let parse: (String) -> Value?
}

extension SettingKind where Value == Duration {
    static func duration(_ range: ClosedRange<Duration>) -> Self {
        let limits = "from \(DurationSetting.format(range.lowerBound)) to \(DurationSetting.format(range.upperBound))"
        return SettingKind(hint: "\(DurationSetting.hint), \(limits)") { text in
            DurationSetting.parse(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension SettingKind where Value == Int64 {
    static func byteSize(atLeast least: Int64) -> Self {
        let limit = least > 0 ? ", at least \(ByteSizeSetting.format(least))" : ""
        return SettingKind(hint: ByteSizeSetting.hint + limit) { text in
            ByteSizeSetting.parse(text).flatMap { $0 >= least ? $0 : nil }
        }
    }
}

extension SettingKind where Value == Int {
    static func integer(_ range: ClosedRange<Int>) -> Self {
        SettingKind(hint: "a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension SettingKind where Value == Int? {
    /// A number, or `auto` for nil.
    static func integerOrAuto(_ range: ClosedRange<Int>) -> Self {
        SettingKind(
            hint: "`auto` or a whole number from \(range.lowerBound) to \(range.upperBound)", words: ["auto"]
        ) { text in
            if text == "auto" { return .some(nil) }
            return Int(text).flatMap { range.contains($0) ? .some($0) : nil }
        }
    }
}

extension SettingKind where Value == Bool {
    static var bool: Self {
        SettingKind(hint: "true or false", words: ["true", "false"]) { text in
            switch text.lowercased() {
            case "true", "yes", "on": true
            case "false", "no", "off": false
            default: nil
            }
        }
    }
}

extension SettingKind where Value == String {
    /// An absolute path, given back without slashes at its end.
    static var absolutePath: Self {
        SettingKind(hint: "an absolute path such as /srv/wire, without `..`") { text in
            guard text.hasPrefix("/"), !text.utf8.contains(0) else { return nil }
            let parts = text.split(separator: "/").filter { $0 != "." }
            guard !parts.contains("..") else { return nil }
            return "/" + parts.joined(separator: "/")
        }
    }

    /// A collection: parts joined by slashes; empty for none.
    static var collection: Self {
        SettingKind(hint: "a collection such as wire/sport, without a slash at its ends") { text in
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            let isGood = text.isEmpty || parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
            return isGood && !text.utf8.contains(0) ? text : nil
        }
    }

    static var name: Self {
        SettingKind(hint: "a name") { text in text.contains { !$0.isWhitespace } ? text : nil }
    }

    static var language: Self {
        SettingKind(hint: "a language as two lower-case letters of ISO 639-1, such as en or de") { text in
            let letters = text.utf8
            return letters.count == 2 && letters.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
                ? text : nil
        }
    }

    static var hostName: Self {
        SettingKind(hint: "the name of a host such as news.example, without a port") { text in
            let isName = text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || [45, 46, 58].contains(byte)
            }
            // A colon is of an IPv6 address, which has two at least.
            return !text.isEmpty && isName && text.utf8.count(where: { $0 == 58 }) != 1 ? text : nil
        }
    }

    /// The name of a request's header that has no meaning of its own (RFC 9110, section 5.1).
    static var userHeader: Self {
        let taken = ["authorization", "cookie", "host", "connection", "content-length", "transfer-encoding"]
        return SettingKind(hint: "the name of a header such as Remote-User") { text in
            let isName = text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
            }
            return !text.isEmpty && isName && !taken.contains(text.lowercased()) ? text : nil
        }
    }

    static var namePattern: Self {
        SettingKind(hint: "a pattern for one name such as *.bak, without a slash") { text in
            text.isEmpty || text.contains("/") || text.utf8.contains(0) ? nil : text
        }
    }
}

extension SettingKind where Value == InboxSettings.Take {
    static var take: Self {
        SettingKind(hint: "move or leave", words: InboxSettings.Take.allCases.map(\.rawValue)) { text in
            InboxSettings.Take(rawValue: text)
        }
    }
}

extension SettingKind where Value == InboxSettings.Watch {
    static var watch: Self {
        SettingKind(hint: "auto or poll", words: InboxSettings.Watch.allCases.map(\.rawValue)) { text in
            InboxSettings.Watch(rawValue: text)
        }
    }
}

extension SettingKind where Value == Logger.Level {
    static var logLevel: Self {
        let words = Logger.Level.allCases.map(\.rawValue)
        return SettingKind(hint: "one of " + words.joined(separator: ", "), words: words) { text in
            Logger.Level(rawValue: text)
        }
    }
}
