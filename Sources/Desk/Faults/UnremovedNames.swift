import Intake
import LinuxSystem
import NewsModel

/// Names of files whose outcome is durable but which may not be removed; they are tried again until they are gone.
///
/// The desk keeps it behind a mutex.
struct UnremovedNames {
    /// Names that are remembered; the scans of the intake find any others again.
    static let limit = 10_000
    /// Seconds before the names are tried again: at first, and at most.
    static let pauses = BackOff(seconds: 2...60)

    private struct Name: Hashable {
        let inbox: String
        let path: FileName
    }

    private var names: [Name: HandedFile] = [:]
    private var attempts = 0
    /// True while another attempt is on its way.
    private(set) var isAttemptScheduled = false
    /// True while an attempt that comes before the next one is on its way.
    private var isSoon = false

    /// The files whose names stay.
    var files: [HandedFile] { Array(names.values) }
    var isEmpty: Bool { names.isEmpty }

    mutating func add(_ handed: HandedFile) {
        let name = Name(inbox: handed.settings.path, path: handed.file.path)
        guard names.count < Self.limit || names[name] != nil else { return }
        names[name] = handed
    }

    /// A name is gone, or stands for something else.
    mutating func remove(_ handed: HandedFile) {
        names[Name(inbox: handed.settings.path, path: handed.file.path)] = nil
        if names.isEmpty { attempts = 0 }
    }

    /// The pause before the next attempt, in seconds; nil when one is on its way or nothing stays.
    mutating func scheduleAttempt() -> Double? {
        guard !isAttemptScheduled, !names.isEmpty else { return nil }
        isAttemptScheduled = true
        attempts += 1
        return Self.pauses.pause(afterFailures: attempts)
    }

    /// Whether an attempt may be scheduled that comes before the next one, since what kept the names may be over; the pauses start over.
    mutating func scheduleAttemptSoon() -> Bool {
        guard !isSoon, !names.isEmpty else { return false }
        isSoon = true
        attempts = 0
        return true
    }

    /// An attempt that was scheduled begins.
    mutating func beginAttempt() {
        isAttemptScheduled = false
        isSoon = false
    }
}
