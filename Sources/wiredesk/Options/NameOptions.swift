import ArgumentParser
import ArticleQuery

/// Which names an article is to hold, and whom it is to quote.
struct NameOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Names this person.", valueName: "name"))
    var person: [String] = []

    @Option(name: .long, help: ArgumentHelp("Names this organisation.", valueName: "name"))
    var org: [String] = []

    @Option(name: .long, help: ArgumentHelp("Names this place.", valueName: "name"))
    var place: [String] = []

    @Option(name: .long, help: ArgumentHelp("Quotes them.", valueName: "name"))
    var speaker: [String] = []

    /// The options that were given, as they are typed.
    var given: [String] {
        [("person", person), ("org", org), ("place", place), ("speaker", speaker)].flatMap { name, values in
            values.map { "--\(name)=\($0)" }
        }
    }

    /// A filter with these conditions besides its own.
    func applied(to filter: ArticleFilter) -> ArticleFilter {
        var filter = filter
        filter.names +=
            person.map { NameCondition(.person, $0) } + org.map { NameCondition(.organization, $0) }
            + place.map { NameCondition(.place, $0) } + speaker.map { NameCondition(.speaker, $0) }
        return filter
    }
}
