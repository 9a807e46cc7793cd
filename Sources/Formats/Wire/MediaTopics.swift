import Bytes
import NewsModel

/// The first level of the IPTC's Media Topics for the older Subject Reference codes (http://cv.iptc.org/newscodes/).
///
/// A Subject Reference code has eight digits, of which the first two are its subject: `15054000` is football, under `15000000`, sport.
/// Media Topics kept the codes of these seventeen subjects. What lies below was cut again, so that only the subject is given.
enum MediaTopics {
    /// The scheme of Media Topics, as NewsML-G2 writes it.
    static let scheme = "medtop"

    /// The topics of the first level by the first two digits of their codes, from 01.
    private static let names = [
        "arts, culture, entertainment and media", "crime, law and justice", "disaster, accident and emergency incident",
        "economy, business and finance", "education", "environment", "health", "human interest", "labour",
        "lifestyle and leisure", "politics and government", "religion", "science and technology", "society", "sport",
        "conflict, war and peace", "weather",
    ]

    /// The subjects as they were delivered, and behind them the topics of those that are Subject Reference codes.
    static func added(to subjects: [Subject]) -> [Subject] {
        var all = subjects
        var known = Set(subjects.filter { $0.scheme == scheme }.map(\.code))
        for subject in subjects {
            guard all.count < ReadingLimits.mostSubjects, let topic = topic(of: subject) else { continue }
            if known.insert(topic.code).inserted { all.append(topic) }
        }
        return all
    }

    private static func topic(of subject: Subject) -> Subject? {
        let digits = Array(subject.code.utf8)
        guard isSubjectReference(subject.scheme), digits.count == 8, digits.allSatisfy({ ASCII.isDigit($0) }),
            let number = Int(subject.code.prefix(2)), names.indices.contains(number - 1)
        else { return nil }
        return Subject(scheme: scheme, code: subject.code.prefix(2) + "000000", name: names[number - 1])
    }

    /// Whether a scheme is that of the Subject Reference codes: `subj` in NewsML-G2 and ninjs, `IPTC` in NITF, the name of a topic set
    /// such as `urn:newsml:iptc.org:20020318:topicset.iptc-subjectcode:16` in NewsML 1.
    private static func isSubjectReference(_ scheme: String?) -> Bool {
        guard let scheme = scheme?.lowercased() else { return false }
        return scheme == "subj" || scheme == "iptc" || scheme.contains("subjectcode")
    }
}
