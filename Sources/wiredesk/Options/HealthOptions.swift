import ArgumentParser

/// From when on `check --health` is not content.
struct HealthOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("With --health: warn when a file has waited for so many seconds.", valueName: "seconds"))
    var warnAfter = 300

    @Option(
        name: .long,
        help: ArgumentHelp("With --health: critical when a file has waited for so many seconds.", valueName: "seconds"))
    var criticalAfter = 3600

    func validate() throws {
        guard warnAfter >= 0, criticalAfter >= warnAfter else {
            throw ValidationError("--warn-after is a number of seconds, and --critical-after is not less")
        }
    }
}
