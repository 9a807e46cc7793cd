@testable import Analysis

/// Texts for tests, made of sentences of our own; each number gives another one.
enum Prose {
    /// A text of sentences that share no run of three words with another number's but by chance.
    static func text(_ number: Int, sentences: Int = 12, from first: Int = 0) -> String {
        (first..<first + sentences).map { sentence(number, $0) }.joined(separator: " ")
    }

    static func sentence(_ number: Int, _ place: Int) -> String {
        var seed = UInt64(number) &* 7_919 &+ UInt64(place) &* 104_729 &+ 1
        func word(_ list: [String]) -> String {
            seed = TextHash.mixed(seed &+ 0x9E37)
            return list[Int(seed % UInt64(list.count))]
        }
        let words = [
            word(subjects), word(names), word(verbs), word(objects), word(places), word(times), word(endings),
        ]
        return "The " + words.joined(separator: " ") + "."
    }

    private static let subjects = [
        "mayor", "keeper", "pilot", "baker", "captain", "teacher", "doctor", "gardener", "clerk", "driver", "miller",
        "singer", "weaver", "joiner", "sailor", "painter", "printer", "farmer", "judge", "guard",
    ]
    private static let names = [
        "Alder", "Brandt", "Castell", "Dunmore", "Eklund", "Farrow", "Gallo", "Hanley", "Ivers", "Jansen", "Kerr",
        "Lund", "Marek", "Norrby", "Okafor", "Prieto", "Quist", "Rasmus", "Soto", "Tarn",
    ]
    private static let verbs = [
        "opened", "measured", "repaired", "counted", "sold", "described", "moved", "lost", "found", "painted",
        "crossed",
        "refused", "praised", "closed", "weighed", "tested",
    ]
    private static let objects = [
        "eleven bridges", "the old ferry", "a granite quay", "nine lanterns", "the north gate", "two orchards",
        "a long ledger", "the copper bell", "seven barrels", "the tide table", "a broken mill", "the winter stores",
    ]
    private static let places = [
        "near the harbour", "behind the station", "above the valley", "under the arcade", "beyond the canal",
        "inside the depot", "along the causeway", "outside the theatre", "before the council", "beside the brewery",
    ]
    private static let times = [
        "at dawn", "last autumn", "in heavy rain", "after the auction", "during lunch", "without notice",
        "by lamplight",
        "for a week", "on market day", "twice over",
    ]
    private static let endings = [
        "and left early", "to great relief", "with borrowed tools", "against all advice", "in front of witnesses",
        "despite the noise", "as the law demands", "for no pay", "under protest", "to save money",
    ]
}
