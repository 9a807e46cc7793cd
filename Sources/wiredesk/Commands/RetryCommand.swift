import ArgumentParser
import DeskProtocol
import Presentation

/// `wiredesk retry`: reads kept originals again.
struct RetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Read the kept originals of deliveries again.",
        discussion: """
            The result is a new delivery; a rejection that it replaces no longer counts. Useful after an update of \
            the reader, or after a limit was raised. With --accept, a page that was refused as no article is stored; \
            reread and rebuild keep to that.

            EXAMPLES
              wiredesk retry 17
              wiredesk retry 17 --accept
              wiredesk deliveries --outcome rejected --json | jq .id | xargs wiredesk retry
            """)

    @Argument(help: ArgumentHelp("Numbers of deliveries, as wiredesk deliveries shows them.", valueName: "id"))
    var ids: [Int64]

    @Flag(help: "Store what looks like no article.")
    var accept = false

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let configuration = try state.resolve()
            var status = ExitStatus.fine
            let desk = configuration.reachableDesk
            defer { desk.end() }
            for id in ids {
                do {
                    status = status.or(
                        DeliveryReply.print(
                            try desk.ask(accept ? .accept(delivery: id) : .retry(delivery: id)), name: nil))
                } catch let failure as ControlFailure {
                    status = status.or(DeliveryReply.print(failure, name: nil))
                }
            }
            if status != .fine { throw ExitCode(status.rawValue) }
        }
    }
}
