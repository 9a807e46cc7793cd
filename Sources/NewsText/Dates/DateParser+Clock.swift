import NewsModel

extension DateParser {
    /// The time that follows a date within a few signs and words.
    func clock(after end: Int) -> Clock? {
        var index = end
        var words = 0
        var signs = 0
        var isMarked = false
        while index < tokens.count, words <= 2, signs <= 4 {
            if let clock = clock(at: index, isMarked: isMarked) { return clock }
            if let word = word(index) {
                isMarked = Self.markers.contains(word.lowercased())
                words += 1
            } else if sign(index) != nil {
                signs += 1
            } else {
                return nil
            }
            index += 1
        }
        return nil
    }

    /// The time that ends shortly before a date: "14:05, 3 May 2024".
    func clock(before start: Int) -> Clock? {
        for index in max(0, start - 12)..<start {
            if index > 0, sign(index - 1) == ":" { continue }
            let isMarked = word(index - 1).map { Self.markers.contains($0.lowercased()) } ?? false
            guard let clock = clock(at: index, isMarked: isMarked), clock.end <= start, start - clock.end <= 4 else {
                continue
            }
            guard (clock.end..<start).allSatisfy({ number($0) == nil }) else { continue }
            return clock
        }
        return nil
    }

    /// The time that starts at a token.
    ///
    /// - Parameter isMarked: whether a word such as "at" or "kl" stands before it; only then is 14.05 a time by itself.
    func clock(at start: Int, isMarked: Bool) -> Clock? {
        var index = start
        var afternoon = leadingHalf(&index)
        guard let (hour, digits) = number(index), digits <= 2, hour <= 24 else { return nil }
        index += 1
        var minute = 0
        var second = 0
        var isSure = false
        if sign(index) == ":", let read = number(index + 1), read.digits == 2, isJoined(index + 1) {
            minute = read.value
            isSure = true
            index += 2
            if sign(index) == ":", let read = number(index + 1), read.digits == 2 {
                second = read.value
                index += 2
                if sign(index) == "." || sign(index) == ",", isJoined(index), isJoined(index + 1),
                    number(index + 1) != nil
                {
                    index += 2
                }
            }
        } else if sign(index) == "." || sign(index) == "h", isJoined(index), isJoined(index + 1),
            let read = number(index + 1), read.digits == 2
        {
            minute = read.value
            isSure = isMarked
            index += 2
        } else if let unit = word(index), Self.hourUnits.contains(unit.lowercased()) {
            isSure = true
            index += 1
            if let read = number(index), read.digits == 2,
                isJoined(index) || word(index + 1).map(Self.minuteUnits.contains) == true
            {
                minute = read.value
                index += 1
            } else if let read = number(index), let unit = word(index + 1), Self.minuteUnits.contains(unit) {
                minute = read.value
                index += 1
            }
            if let unit = word(index), Self.minuteUnits.contains(unit) { index += 1 }
            if let read = number(index), let unit = word(index + 1), unit == "秒" || unit == "초" {
                second = read.value
                index += 2
            }
        }
        if afternoon == nil {
            afternoon = trailingHalf(&index)
        }
        if afternoon != nil { isSure = true }
        if let word = word(index), Self.hourUnits.contains(word.lowercased()) {
            isSure = true
            index += 1
            if sign(index) == "." { index += 1 }
        }
        guard isSure, minute < 60, second <= 60 else { return nil }
        var hour24 = hour
        if let afternoon {
            guard hour <= 12 || afternoon else { return nil }
            if hour <= 12 { hour24 = hour % 12 + (afternoon ? 12 : 0) }
        }
        guard hour24 < 24 else { return nil }
        let zone = zone(&index)
        return Clock(time: .init(hour: hour24, minute: minute, second: second), zone: zone, end: index)
    }

    /// "오후", "下午" before the hour; true for the afternoon.
    private func leadingHalf(_ index: inout Int) -> Bool? {
        guard let first = word(index) else { return nil }
        if first == "오전" || first == "오후" {
            index += 1
            return first == "오후"
        }
        guard let second = word(index + 1) else { return nil }
        switch first + second {
        case "上午", "午前", "早上", "凌晨":
            index += 2
            return false
        case "下午", "午後", "晚上":
            index += 2
            return true
        default: return nil
        }
    }

    /// "am", "p.m.", "μ.μ." after the hour; true for the afternoon.
    private func trailingHalf(_ index: inout Int) -> Bool? {
        guard let first = word(index)?.lowercased() else { return nil }
        switch first {
        case "am", "πμ", "ص", "صباحا", "ÖÖ":
            index += 1
            return false
        case "pm", "μμ", "م", "مساء", "ÖS":
            index += 1
            return true
        case "a", "p", "π", "μ":
            guard sign(index + 1) == ".", let second = word(index + 2)?.lowercased(), second == "m" || second == "μ"
            else { return nil }
            index += sign(index + 3) == "." ? 4 : 3
            return first == "p" || first == "μ"
        default: return nil
        }
    }

    private func zone(_ index: inout Int) -> Zone? {
        var next = index
        if sign(next) == "(" || sign(next) == "," { next += 1 }
        if let name = word(next), TimeZoneNames.isKnown(name) {
            next += 1
            if ["GMT", "UTC", "UT"].contains(name), let shift = offset(&next) {
                index = next
                return .offset(shift)
            }
            index = next
            return .name(name)
        }
        guard let shift = offset(&next) else { return nil }
        index = next
        return .offset(shift)
    }

    /// `+02:00`, `+0200`, `+2`, `-03`.
    private func offset(_ index: inout Int) -> Int? {
        guard let sign = sign(index), sign == "+" || sign == "-", isJoined(index + 1),
            let (value, digits) = number(index + 1)
        else { return nil }
        let minutes: Int
        var end = index + 2
        if digits == 4 {
            minutes = value / 100 * 60 + value % 100
        } else if digits <= 2, self.sign(end) == ":", let rest = number(end + 1), rest.digits == 2, isJoined(end) {
            minutes = value * 60 + rest.value
            end += 2
        } else if digits <= 2, sign == "+" || isJoined(index) || digits == 2 && value <= Self.westernmost {
            minutes = value * 60
        } else {
            return nil
        }
        guard minutes < 15 * 60 else { return nil }
        index = end
        return sign == "-" ? -minutes : minutes
    }

    /// Hours behind UTC that a zone has at most; a larger number behind a dash is the end of a span of time.
    private static let westernmost = 12
    private static let hourUnits: Set<String> = [
        "h", "uhr", "hs", "hrs", "hr", "時", "时", "點", "点", "시", "ч", "น", "ore", "giờ",
    ]
    private static let minuteUnits: Set<String> = ["分", "분", "min", "мин", "хв"]
    /// Words that announce a time.
    private static let markers: Set<String> = [
        "at", "um", "à", "às", "as", "las", "alle", "kl", "klo", "klokken", "o", "godz", "ora", "om", "ob", "u", "saat",
        "в",
        "о", "στις", "בשעה", "الساعة", "pukul", "jam", "t", "ore",
    ]
}
