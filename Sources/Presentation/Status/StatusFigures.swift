import ArticleQuery
import DeskProtocol

extension StatusDetails {
    /// What came in within a stretch of time.
    package struct Rate: Sendable {
        /// Such as `last hour`.
        package var name: String
        /// What came in.
        package var activity: ArchiveActivity
        /// The length of the stretch in minutes.
        fileprivate var minutes: Double

        /// Deliveries a minute, to a tenth.
        package var deliveriesPerMinute: Double { (Double(activity.deliveries) / minutes * 10).rounded() / 10 }
    }

    /// The last minute, hour and day.
    package var rates: [Rate] {
        [
            Rate(name: "last minute", activity: minute, minutes: 1),
            Rate(name: "last hour", activity: hour, minutes: 60),
            Rate(name: "last day", activity: day, minutes: 1440),
        ]
    }
}

extension LiveStatus.Age {
    /// Such as `≤ 10 s`, or `older`.
    package var name: String { upToSeconds.map { "≤ " + DurationText.text(seconds: Int64($0)) } ?? "older" }
}

extension DiskForecast {
    /// Days beyond which a forecast says nothing but that it is long.
    private static let mostDays = 2_000.0

    /// Such as `30 GiB; the archive grows by 1 GiB a day, which will do for 30 days`.
    package var words: String {
        var text = ByteCount.text(freeBytes)
        if let bytesPerDay { text += "; the archive grows by \(ByteCount.text(bytesPerDay)) a day" }
        if let daysLeft {
            text += daysLeft < Self.mostDays ? ", which will do for \(Int(daysLeft)) days" : ", which will do for years"
        }
        return text
    }
}
