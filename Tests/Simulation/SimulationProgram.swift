import Archive
import CSimulatedDisk
import Foundation
import Glibc
import LinuxSystem

/// Runs histories one after the other in one process and tells those that break a promise.
struct SimulationProgram {
    /// Failures that are shrunk and told; more are only counted.
    private static let mostTold = 5

    let without: Set<String>
    let keepsTrace: Bool

    /// - Returns: 0 when every history held.
    func run(seed: UInt64, histories: Int) -> Int32 {
        let place = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
        let folder = "\(place)/wiredesk-simulation-\(getpid())"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            let database = try emptyDatabase(folder + "/empty")
            guard sim_install(folder + "/state", { SimulatedRun.current?.databaseCall($0) ?? 0 }) == 0 else {
                print("SQLite takes no file system")
                return 71
            }
            return run(seed: seed, histories: histories, folder: folder + "/state", database: database)
        } catch {
            print("the simulation cannot begin: \(error)")
            return 71
        }
    }

    private func run(seed: UInt64, histories: Int, folder: String, database: [UInt8]) -> Int32 {
        var total = SimulatedRun.Tally()
        var failed: [UInt64] = []
        let begun = SystemClock().monotonicNanoseconds
        for number in 0..<UInt64(histories) {
            let history = History(seed: seed + number)
            let (tally, violation, trace) = attempt(history, folder, database, traces: keepsTrace && histories == 1)
            for line in trace { print(line) }
            total.add(tally)
            guard let violation else { continue }
            failed.append(history.seed)
            if failed.count <= Self.mostTold { tell(history, violation, folder, database) }
        }
        let seconds = Double(SystemClock().monotonicNanoseconds - begun) / 1e9
        print(
            """
            seeds \(seed) to \(seed + UInt64(histories) - 1): \(histories) histories of \(total.steps) steps in \
            \(Int(seconds.rounded())) s; \(total.contents) contents, \(total.deliveries) deliveries, \(total.calls) \
            calls, \(total.worldStepsWithin) steps of the world within them, \(total.faults) faults, \(total.kills) \
            kills, \(total.powerCuts) power cuts; \(failed.count) failed, fingerprint \
            \(String(total.fingerprint, radix: 16))
            """)
        if !failed.isEmpty { print("seeds that failed: \(failed.prefix(100).map(String.init).joined(separator: " "))") }
        return failed.isEmpty ? 0 : 1
    }

    /// Runs one history in a state of its own.
    private func attempt(
        _ history: History, _ folder: String, _ database: [UInt8], traces: Bool = false
    ) -> (SimulatedRun.Tally, violation: String?, trace: [String]) {
        try? FileManager.default.removeItem(atPath: folder)
        let run = SimulatedRun(history, state: folder, database: database, without: without, keepsTrace: traces)
        do {
            try run.run()
            return (run.tally, nil, run.trace)
        } catch let violation as SimulatedRun.Violation {
            return (run.tally, violation.text, run.trace)
        } catch {
            return (run.tally, "\(error)", run.trace)
        }
    }

    private func tell(_ history: History, _ violation: String, _ folder: String, _ database: [UInt8]) {
        print("seed \(history.seed): \(violation)")
        var shrinking = Shrinking { attempt($0, folder, database).violation != nil }
        let short = shrinking.shrink(history)
        let (_, last, trace) = attempt(short, folder, database, traces: keepsTrace)
        print("  shrunk from \(history.steps.count) to \(short.steps.count) steps: \(last ?? "it holds now")")
        print("  \(short.surroundings)")
        for step in short.steps { print("    \(step)") }
        for line in trace { print("      | \(line)") }
        fflush(nil)
    }

    /// The bytes of a database with nothing in it, so that not every history has to make one.
    private func emptyDatabase(_ state: String) throws -> [UInt8] {
        let archive = try Archive.open(state: state)
        try archive.close()
        return [UInt8](try Data(contentsOf: URL(filePath: StateFolder(state).database)))
    }
}

extension SimulatedRun.Tally {
    mutating func add(_ other: Self) {
        steps += other.steps
        calls += other.calls
        kills += other.kills
        powerCuts += other.powerCuts
        faults += other.faults
        worldStepsWithin += other.worldStepsWithin
        contents += other.contents
        deliveries += other.deliveries
        fingerprint = (fingerprint ^ other.fingerprint) &* 0x100_0000_01B3
    }
}
