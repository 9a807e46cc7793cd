import Foundation
import Glibc

/// Runs made-up histories of an inbox over the real desk (docs/durability.md, "The simulation").
@main struct SimulationCommand {
    private static let usage = """
        usage: Simulation [--seed N] [--histories N] [--processes N] [--trace] [--without MEND]

          --seed N        the first seed (1)
          --histories N   how many, by seeds one after the other (1000)
          --processes N   processes that share them (1)
          --trace         tells every step and call of a history that fails, or of a single one
          --without MEND  switches a mend off, to see that it is missed: unknown-writers
        """

    private var seed: UInt64 = 1
    private var histories = 1000
    private var processes = 1
    private var keepsTrace = false
    private var without: Set<String> = []

    static func main() {
        // Tables of Swift are in another order in each process unless this is set, and with them what the desk does first.
        if getenv("SWIFT_DETERMINISTIC_HASHING") == nil {
            setenv("SWIFT_DETERMINISTIC_HASHING", "1", 1)
            var arguments = CommandLine.arguments.map { strdup($0) } + [nil]
            execv("/proc/self/exe", &arguments)
        }
        guard let command = SimulationCommand(CommandLine.arguments.dropFirst()) else {
            print(usage)
            exit(64)
        }
        exit(command.run())
    }

    private init?(_ arguments: ArraySlice<String>) {
        var rest = arguments
        while let argument = rest.popFirst() {
            switch argument {
            case "--trace": keepsTrace = true
            case "--without":
                guard let mend = rest.popFirst() else { return nil }
                without.insert(mend)
            default:
                guard let number = rest.popFirst().flatMap({ Int($0) }), number >= 0 else { return nil }
                switch argument {
                case "--seed": seed = UInt64(number)
                case "--histories": histories = number
                case "--processes": processes = max(1, number)
                default: return nil
                }
            }
        }
    }

    private func run() -> Int32 {
        processes > 1
            ? runInProcesses()
            : SimulationProgram(without: without, keepsTrace: keepsTrace).run(seed: seed, histories: histories)
    }

    /// Shares the histories out to processes of this program; 1 when any of them failed.
    private func runInProcesses() -> Int32 {
        var children: [Process] = []
        for number in 0..<processes {
            let first = histories * number / processes
            let share = histories * (number + 1) / processes - first
            let child = Process()
            child.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            child.arguments =
                ["--seed", "\(seed + UInt64(first))", "--histories", "\(share)"] + (keepsTrace ? ["--trace"] : [])
                + without.flatMap { ["--without", $0] }
            do {
                try child.run()
            } catch {
                print("a process could not be started: \(error)")
                return 71
            }
            children.append(child)
        }
        for child in children { child.waitUntilExit() }
        return children.contains { $0.terminationStatus != 0 } ? 1 : 0
    }
}
