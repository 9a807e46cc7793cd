import NewsModel

/// Text in the exposition format of OpenMetrics 1.0, which node_exporter's textfile collector takes too.
struct OpenMetricsText {
    /// What a family of metrics is.
    enum Kind: String {
        case counter
        case gauge
        case histogram
        case info
    }

    private(set) var text = ""

    /// Begins a family; its samples must follow before the next one.
    mutating func family(_ name: String, _ kind: Kind, _ help: String, unit: String? = nil) {
        text += "# TYPE \(name) \(kind.rawValue)\n"
        if let unit { text += "# UNIT \(name) \(unit)\n" }
        text += "# HELP \(name) \(help)\n"
    }

    mutating func sample(_ name: String, _ labels: [(String, String)], _ value: Double) {
        let shown =
            labels.isEmpty ? "" : "{" + labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",") + "}"
        text += "\(name)\(shown) \(Self.number(value))\n"
    }

    mutating func sample(_ name: String, _ value: Double) { sample(name, [], value) }

    mutating func histogram(_ name: String, _ labels: [(String, String)], _ histogram: Histogram) {
        var sum: UInt64 = 0
        for (bound, count) in zip(Histogram.bounds, histogram.counts) {
            sum += count
            sample(name + "_bucket", labels + [("le", Self.number(bound))], Double(sum))
        }
        sample(name + "_count", labels, Double(histogram.count))
        sample(name + "_sum", labels, histogram.sum)
    }

    /// The whole text with its end.
    var finished: String { text + "# EOF\n" }

    static func number(_ value: Double) -> String {
        if value == .infinity { return "+Inf" }
        return value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    }

    /// A label's value: backslash, quote and line feed are escaped, other control characters are left out.
    static func escaped(_ value: String) -> String {
        var result = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}
