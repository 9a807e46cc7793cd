import ArticleQuery
import Export

/// The object of `status`.
extension StatusReport {
    package var json: JSONOutput {
        let counters = stored.counters
        let members: [(String, JSONOutput)] = [
            ("running", .bool(isRunning)), ("pid", isRunning ? .integer(Int(inboxes.process)) : .null),
            ("version", .text(inboxes.version)), ("articles", .integer(counters.articles)),
            ("versions", .integer(counters.versions)),
            (
                "deliveries",
                .object([
                    ("stored", .integer(counters.stored)), ("duplicate", .integer(counters.duplicate)),
                    ("rejected", .integer(counters.rejected)),
                ])
            ),
            ("waiting", .integer(inboxes.waiting)), ("reading", .integer(inboxes.reading)),
            ("oldest_waiting_seconds", inboxes.oldestWaitingSeconds.map { .integer($0) } ?? .null),
            ("ignored", .integer(inboxes.ignored)),
            (
                "last",
                stored.last.map { last in
                    .object([
                        ("id", .text(last.id.description)), ("headline", .text(last.headline)),
                        ("outlet", .text(last.outlet)),
                        ("time", .text(UTCInstant(milliseconds: last.received).description)),
                    ])
                } ?? .null
            ),
            ("problem", .text(inboxes.problem)), ("database_bytes", .integer(stored.databaseBytes)),
            ("wal_bytes", .integer(stored.logBytes)), ("originals_bytes", .integer(counters.originalsBytes)),
        ]
        return .object(members + (details.map { json($0) } ?? []))
    }

    private func json(_ details: StatusDetails) -> [(String, JSONOutput)] {
        [
            (
                "rates",
                .object([
                    ("minute", Self.json(details.minute)), ("hour", Self.json(details.hour)),
                    ("day", Self.json(details.day)),
                ])
            ),
            (
                "waiting_ages",
                .list(
                    inboxes.ages.map { age in
                        .object([
                            ("up_to_seconds", .integer(age.upToSeconds.map(Int64.init))),
                            ("count", .integer(age.count)),
                        ])
                    })
            ),
            ("outlets", .list(details.outlets.map(json))), ("collections", .list(details.collections.map(json))),
            (
                "slowest",
                .list(
                    details.slowest.map {
                        .object([
                            ("delivery", .integer($0.delivery)), ("name", .text($0.name)),
                            ("duration_ms", .integer($0.milliseconds)), ("size", .integer($0.size)),
                        ])
                    })
            ),
            (
                "disk",
                details.disk.map { disk in
                    .object([
                        ("free_bytes", .integer(disk.freeBytes)), ("bytes_per_day", .integer(disk.bytesPerDay)),
                        ("days_left", disk.daysLeft.map { .number(($0 * 10).rounded() / 10) } ?? .null),
                    ])
                } ?? .null
            ),
        ]
    }

    private static func json(_ activity: ArchiveActivity) -> JSONOutput {
        .object([
            ("stored", .integer(activity.stored)), ("duplicate", .integer(activity.duplicate)),
            ("rejected", .integer(activity.rejected)), ("versions", .integer(activity.versions)),
        ])
    }

    private func json(_ source: SourceActivity) -> JSONOutput {
        .object([
            ("name", .text(source.name)), ("versions", .integer(source.versions)),
            ("last", .text(UTCInstant(milliseconds: source.last).description)),
            ("silent_seconds", .integer(source.silence(at: now).map { $0 / 1000 })),
        ])
    }
}
