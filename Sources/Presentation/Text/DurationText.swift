/// Spans of time for people.
package enum DurationText {
    /// Such as `42 s`, `12 min`, `5 h` or `3 d`: the largest unit of which there are at least two, or one second.
    package static func text(seconds: Int64) -> String {
        for (name, length) in [("d", Int64(86_400)), ("h", 3600), ("min", 60)] where seconds >= 2 * length {
            return "\(seconds / length) \(name)"
        }
        return "\(seconds) s"
    }

    package static func text(milliseconds: Int64) -> String {
        guard milliseconds < 10_000 else { return text(seconds: milliseconds / 1000) }
        return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    }
}
