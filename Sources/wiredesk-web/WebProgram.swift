import ArgumentParser
import ArticleQuery
import Desk
import DeskProtocol
import Foundation
import Logging
import Presentation
import ProgramOptions
import Systemd
import Web

/// The program of the web interface.
@main
struct WebProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wiredesk-web",
        abstract: "Search, read and add articles in a browser.",
        discussion: """
            Prints a link whose token lets its bearer in for as long as the program runs; other users of the machine are refused. It
            reads the archive itself, whether or not the desk runs, and has the running desk make every change. Where the service
            manager has opened sockets for it (wiredesk-web.socket), it serves those and ends when it is idle.

            EXAMPLES
              wiredesk-web --state ./var
              wiredesk-web --state ./var --open
              wiredesk-web --listen 127.0.0.1:0
              wiredesk-web --listen unix:/run/user/1000/wiredesk.sock
            """,
        version: ProgramVersion.current)

    @Option(
        name: .long,
        help: ArgumentHelp(
            "ADDRESS:PORT, where port 0 is any that is free, or unix:PATH, where the rights of the file decide who comes in.",
            valueName: "address"))
    var listen = "127.0.0.1:8417"

    @Flag(name: .customLong("open"), help: "Open the link in a browser (xdg-open), where there is one.")
    var opensBrowser = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Seconds without a request after which it ends where the service manager has opened its sockets.",
            valueName: "seconds"))
    var exitIdleTime = 600

    @OptionGroup var state: StateOptions

    func validate() throws {
        guard ListenAddress(listen) != nil else {
            throw ValidationError("--listen wants ADDRESS:PORT or unix:PATH, such as 127.0.0.1:8417")
        }
        guard exitIdleTime > 0 else { throw ValidationError("--exit-idle-time is a number of seconds above 0") }
    }

    func run() async throws {
        do {
            let destination = LogDestination.choose(.current(environment: ProcessInfo.processInfo.environment))
            let configuration = try state.resolve()
            let level = max(configuration.logLevel, .info)
            LoggingSystem.bootstrap { _ in destination.handler(identifier: "wiredesk-web", level: level) }
            try await WebService(parts(configuration)).run { place in
                print(place.line)
                fflush(nil)
                if opensBrowser, let link = place.openingLink { Browser.open(link) }
            }
        } catch let code as ExitCode {
            throw code
        } catch let error as ConfigurationError {
            throw Self.failure(error.description, .configuration)
        } catch {
            let report = ErrorReport(error)
            throw Self.failure(report.message, report.status)
        }
    }

    private func users(_ web: WebConfiguration) throws -> HeaderUsers? {
        guard let header = web.userHeader, let proxy = web.proxyUser else { return nil }
        guard let number = UserNames.user(named: proxy) else {
            throw Self.failure(
                "the system has no user \(proxy), who is web.proxy_user in the configuration", .configuration)
        }
        return HeaderUsers(header: header, proxyUser: number, roles: web.roles)
    }

    private func parts(_ configuration: DeskConfiguration) throws -> WebService.Parts {
        let version = ProgramVersion.current
        return WebService.Parts(
            state: configuration.state, instance: state.instance ?? "",
            listen: ListenAddress(listen) ?? .standard, inherited: SocketActivation.inherited(),
            hosts: configuration.web.hosts, users: try users(configuration.web), idleSeconds: exitIdleTime,
            largestFile: configuration.maximumSize,
            desk: DeskQuestions(
                live: { try CurrentStatus.live(configuration, version: version) },
                offline: { OfflineStatus.take(configuration, $0, version: version) },
                details: { try StatusDetails.take(configuration, $0, $1) }),
            version: version, logger: Logger(label: "wiredesk-web"))
    }

    private static func failure(_ message: String, _ status: ExitStatus) -> any Error {
        FileHandle.standardError.write(Data("wiredesk-web: \(message)\n".utf8))
        return ExitCode(status.rawValue)
    }
}
