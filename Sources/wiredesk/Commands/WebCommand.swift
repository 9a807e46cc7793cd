import ArgumentParser
import Glibc
import LinuxSystem
import Presentation

/// `wiredesk web`: becomes the program of the web interface.
struct WebCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "web",
        abstract: "Search, read and add articles in a browser.",
        discussion: """
            Runs wiredesk-web with the same options, which prints the link to open. Who opens it with that link may do what you may;
            other users of the machine are refused. wiredesk-web --help lists the options.

            EXAMPLES
              wiredesk web --state ./var
              wiredesk web --state ./var --listen 127.0.0.1:0
              wiredesk web --listen unix:/run/user/1000/wiredesk.sock
            """)

    /// The program's name.
    private static let program = "wiredesk-web"

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp("Options of wiredesk-web: --state, --config, --instance, --listen.", valueName: "options"))
    var options: [String] = []

    func run() throws {
        try Failure.guarding {
            guard let path = OwnProgram.find(Self.program) else {
                throw Failure.message(
                    "the program \(Self.program) is not beside wiredesk; install it there", .inputOutput)
            }
            var arguments = ([path] + options).map { strdup($0) } + [nil]
            execv(path, &arguments)
            throw SystemError(operation: "run", path: path, code: errno)
        }
    }
}
