import ArgumentParser

/// Who speaks in a quotation, as a person says.
struct SpeakerOptions: ParsableArguments {
    @Option(name: .customLong("speaker"), help: ArgumentHelp("Who speaks in the quotation.", valueName: "name"))
    var speaker: String?

    @Flag(name: .long, help: "Nobody known speaks in the quotation, or it is none.")
    var nobody = false

    @Flag(name: .long, help: "Take back what was said of its speaker.")
    var undo = false

    /// Whether any of them is given.
    var isGiven: Bool { speaker != nil || nobody || undo }

    func validate() throws {
        guard [speaker != nil, nobody, undo].filter({ $0 }).count <= 1 else {
            throw ValidationError("--speaker, --nobody or --undo, not several of them")
        }
        guard speaker?.isEmpty != true else { throw ValidationError("the speaker needs a name; --nobody for none") }
    }
}
