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
            Prints the link to open; its token holds for as long as the program runs. Who opens it may do what you may; other users of
            the machine are refused. It is a program of its own, wiredesk-web, which reads the archive whether or not the desk runs, and
            has the running desk make every change.

            EXAMPLES
              wiredesk web --state ./var --open
              wiredesk web --state ./var --listen 127.0.0.1:0
              wiredesk web --listen unix:/run/user/1000/wiredesk.sock
            """)

    /// The program's name.
    private static let program = "wiredesk-web"

    @Option(
        name: .long,
        help: ArgumentHelp(
            "ADDRESS:PORT, where port 0 is any that is free, or unix:PATH. Default: 127.0.0.1:8417.",
            valueName: "address"))
    var listen: String?

    @Flag(name: .customLong("open"), help: "Open the link in a browser (xdg-open), where there is one.")
    var opensBrowser = false

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            guard let path = OwnProgram.find(Self.program) else {
                throw Failure.message(
                    "the program \(Self.program) is not beside wiredesk; install it there", .inputOutput)
            }
            let given = [
                ("--listen", listen), ("--state", state.state), ("--config", state.config),
                ("--instance", state.instance),
            ]
            let options = given.flatMap { name, value in value.map { [name, $0] } ?? [] }
            let flags = opensBrowser ? ["--open"] : []
            var arguments = ([path] + options + flags).map { strdup($0) } + [nil]
            execv(path, &arguments)
            throw SystemError(operation: "run", path: path, code: errno)
        }
    }
}
