import ArticleQuery
import Glibc
import LinuxSystem
import NewsModel

/// What the metrics file says; docs/metrics.md lists it.
extension Desk {
    func metricsText() -> String {
        var text = OpenMetricsText()
        let figures = parts.meter.figures
        addState(&text, figures)
        addArchive(&text)
        addFlow(&text, figures)
        return text.finished
    }

    private func addState(_ text: inout OpenMetricsText, _ figures: Meter.Figures) {
        text.family("wiredesk_build", .info, "The version of the program.")
        text.sample("wiredesk_build_info", [("version", parts.version)], 1)
        text.family("wiredesk_start_time_seconds", .gauge, "When the program started, since 1970.", unit: "seconds")
        text.sample("wiredesk_start_time_seconds", Double(figures.startedMilliseconds) / 1000)
        text.family(
            "wiredesk_written_time_seconds", .gauge, "When this file was written, since 1970.", unit: "seconds")
        text.sample("wiredesk_written_time_seconds", Double(clock.wallMilliseconds) / 1000)
        text.family("wiredesk_problem", .gauge, "1 while something of this kind is wrong; status says what.")
        let kinds = Set(problems.kinds.map(\.word))
        for word in Problems.Kind.words {
            text.sample("wiredesk_problem", [("kind", word)], kinds.contains(word) ? 1 : 0)
        }
        text.family("wiredesk_lanes", .gauge, "How many files are read at the same time.")
        text.sample("wiredesk_lanes", Double(lanes.count))
        let status = intake.status()
        text.family("wiredesk_waiting_files", .gauge, "Files in the inboxes that are known and not yet taken.")
        text.sample("wiredesk_waiting_files", Double(status.known))
        text.family("wiredesk_reading_files", .gauge, "Files that are being read or stored.")
        text.sample("wiredesk_reading_files", Double(status.inFlight))
        // Looking for the oldest costs a look at the inboxes, which is worth it only when something waits.
        let oldest = status.known > 0 ? liveStatus().oldestWaitingSeconds ?? 0 : 0
        text.family("wiredesk_oldest_waiting_seconds", .gauge, "How long the oldest file has waited.", unit: "seconds")
        text.sample("wiredesk_oldest_waiting_seconds", Double(oldest))
    }

    private func addArchive(_ text: inout OpenMetricsText) {
        let counters = (try? archive.counters()) ?? Counters()
        text.family("wiredesk_articles", .gauge, "Articles in the archive.")
        text.sample("wiredesk_articles", Double(counters.articles))
        text.family("wiredesk_versions", .gauge, "Versions of articles in the archive.")
        text.sample("wiredesk_versions", Double(counters.versions))
        text.family("wiredesk_rejected_deliveries", .gauge, "Rejected deliveries that no retry has replaced.")
        text.sample("wiredesk_rejected_deliveries", Double(counters.rejected))
        let sizes: [(String, Int64)] = [
            ("database", Self.size(archive.state.database)), ("log", Self.size(archive.state.database + "-wal")),
            ("originals", counters.originalsBytes),
        ]
        text.family("wiredesk_stored_bytes", .gauge, "What the archive takes on disk.", unit: "bytes")
        for (part, bytes) in sizes { text.sample("wiredesk_stored_bytes", [("part", part)], Double(bytes)) }
        text.family("wiredesk_free_bytes", .gauge, "What is free on the archive's file system.", unit: "bytes")
        text.sample("wiredesk_free_bytes", Double(events.spaceGuard.freeBytes ?? 0))
    }

    private func addFlow(_ text: inout OpenMetricsText, _ figures: Meter.Figures) {
        text.family("wiredesk_deliveries", .counter, "Deliveries by their outcome.")
        for (outcome, count) in figures.deliveries.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            text.sample("wiredesk_deliveries_total", [("outcome", outcome.rawValue)], Double(count))
        }
        text.family("wiredesk_rejections", .counter, "Rejected deliveries by their reason.")
        for (code, count) in figures.rejections.sorted(by: { $0.key < $1.key }) {
            text.sample("wiredesk_rejections_total", [("code", code)], Double(count))
        }
        let totals: [(String, String, UInt64)] = [
            ("wiredesk_stored_articles", "Articles and versions that were stored.", figures.articles),
            ("wiredesk_delivered_bytes", "Bytes of the files that were taken.", figures.bytes),
            ("wiredesk_readers_replaced", "Readers that crashed, hung or grew.", figures.readersReplaced),
            ("wiredesk_failed_commits", "Commits that failed and are tried again.", figures.failedCommits),
        ]
        for (name, help, value) in totals {
            text.family(name, .counter, help)
            text.sample(name + "_total", Double(value))
        }
        text.family(
            "wiredesk_stage_duration_seconds", .histogram, "How long a stage of a delivery took, by its format.",
            unit: "seconds")
        let durations = figures.durations.sorted {
            ($0.key.stage.rawValue, $0.key.format) < ($1.key.stage.rawValue, $1.key.format)
        }
        for (key, histogram) in durations {
            text.histogram(
                "wiredesk_stage_duration_seconds", [("stage", key.stage.rawValue), ("format", key.format)], histogram)
        }
    }

    private static func size(_ path: String) -> Int64 { FileCalls.size(of: path) ?? 0 }
}

extension Problems.Kind {
    /// The kind in the metrics file.
    var word: String {
        switch self {
        case .database: "database"
        case .comparison: "originals"
        case .writer: "archive"
        case .space: "space"
        case .lanes: "lanes"
        case .configuration: "configuration"
        case .inbox, .silentInbox, .polledInbox: "inbox"
        case .names: "names"
        }
    }

    static let words = ["archive", "configuration", "database", "inbox", "lanes", "names", "originals", "space"]
}
