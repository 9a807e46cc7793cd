import Testing

@testable import Desk

@Suite struct OpenMetricsTextTests {
    @Test func histogram_HasCumulativeBucketsUpToInfinity() {
        var histogram = Histogram()
        for seconds in [0.0005, 0.001, 0.3, 1000] { histogram.observe(seconds) }
        var text = OpenMetricsText()
        text.histogram("took_seconds", [("stage", "read")], histogram)
        let lines = text.text.split(separator: "\n")
        #expect(lines.first == #"took_seconds_bucket{stage="read",le="0.001"} 2"#)
        #expect(lines.contains(#"took_seconds_bucket{stage="read",le="0.25"} 2"#))
        #expect(lines.contains(#"took_seconds_bucket{stage="read",le="0.5"} 3"#))
        #expect(lines.contains(#"took_seconds_bucket{stage="read",le="60"} 3"#))
        #expect(lines.contains(#"took_seconds_bucket{stage="read",le="+Inf"} 4"#))
        #expect(lines.contains(#"took_seconds_count{stage="read"} 4"#))
        #expect(lines.last == #"took_seconds_sum{stage="read"} 1000.3015"#)
    }

    @Test func labels_CannotLeaveTheirQuotes() {
        var text = OpenMetricsText()
        text.sample("a", [("code", "x\"} 1\nb{\\\u{1B}")], 1)
        #expect(text.text == #"a{code="x\"} 1\nb{\\"} 1"# + "\n")
    }

    @Test func text_EndsWithTheMarkOfTheFormat() {
        var text = OpenMetricsText()
        text.family("a", .gauge, "A.")
        #expect(text.finished.hasSuffix("# HELP a A.\n# EOF\n"))
    }

    @Test func meter_TellsOnlySoManyFormatsApart() {
        let meter = Meter()
        for number in 0..<10_000 { meter.observe(.read, format: "made-up-\(number)", seconds: 0.1) }
        let formats = meter.figures.durations.keys.map(\.format)
        #expect(formats.count <= Meter.mostNames * Meter.Stage.allCases.count + 1)
        #expect(formats.contains("other"))
    }
}
