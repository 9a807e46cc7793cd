import NewsModel

/// The tags of the tagger: outside, and the beginning and inside of each kind of name (IOB2, as of CoNLL).
package enum EntityTag {
    /// How many tags there are: outside, and two for each kind.
    package static let count = 9
    /// No name.
    package static let outside = 0
    /// The kinds in the order of their tags, with their names in annotated corpora.
    package static let kinds: [(kind: Entity.Kind, name: String)] = [
        (.person, "PER"), (.organization, "ORG"), (.place, "LOC"), (.other, "MISC"),
    ]

    /// The tag that begins a name of a kind, by its index in `kinds`.
    @inline(__always) package static func begin(_ kind: Int) -> Int { 1 + 2 * kind }
    /// The tag that goes on with a name of a kind, by its index in `kinds`.
    @inline(__always) package static func inside(_ kind: Int) -> Int { 2 + 2 * kind }
    /// The index in `kinds` of a tag other than `outside`.
    @inline(__always) package static func kind(of tag: Int) -> Int { (tag - 1) / 2 }
    /// Whether a tag goes on with a name.
    @inline(__always) package static func isInside(_ tag: Int) -> Bool { tag > 0 && tag % 2 == 0 }

    /// Whether a tag may follow another one: inside only after the same kind.
    @inline(__always) package static func mayFollow(_ tag: Int, _ previous: Int) -> Bool {
        !isInside(tag) || previous == tag || previous == tag - 1
    }

    /// A tag as annotated corpora write it, such as `B-PER`.
    package static func corpusName(of tag: Int) -> String {
        guard tag != outside else { return "O" }
        return (isInside(tag) ? "I-" : "B-") + kinds[kind(of: tag)].name
    }
}
