import ArgumentParser
import LinuxSystem

/// The script with which a shell asks for completions, where the parser's own does not work.
enum CompletionScript {
    private static let option = "--generate-completion-script"

    /// The script that a command line asks for; nil where the parser's own will do.
    ///
    /// The parser writes the options of each command for fish's argparse(1), which takes no two of one name and then knows no command
    /// at all: `show --version N` would keep fish from offering anything behind `show`.
    static func wanted(_ arguments: [String]) -> String? {
        guard
            arguments.dropFirst().elementsEqual([option, "fish"])
                || arguments.dropFirst().elementsEqual([option + "=fish"])
        else { return nil }
        return Wiredesk.completionScript(for: .fish).split(separator: "\n", omittingEmptySubsequences: false).map {
            line in
            line.contains("'version='") ? line.replacing(" 'version' ", with: " ") : line
        }.joined(separator: "\n")
    }
}
