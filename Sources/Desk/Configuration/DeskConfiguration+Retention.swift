import Archive
import Yams

extension DeskConfiguration {
    /// A term under an hour would remove what nobody has seen yet; a century is for ever.
    private static let terms = Duration.seconds(3_600)...Duration.seconds(100 * 366 * 86_400)

    /// Reads how long what is kept.
    static func retention(_ node: Node, with reader: inout ConfigurationReader) -> RetentionPolicy {
        var policy = RetentionPolicy()
        let fields = reader.fields(
            of: node, name: "`retention`", known: ["originals", "articles", "deliveries", "collections"])
        set(&policy.general, fields, with: &reader)
        for item in reader.items(fields, "collections", of: "collections") ?? [] {
            let fields = reader.fields(
                of: item, name: "a collection", known: ["collection", "originals", "articles", "deliveries"])
            guard item.mapping != nil else { continue }
            var name = ""
            reader.set(&name, fields, "collection", .collection)
            guard !name.isEmpty else {
                reader.report(item.mark, "terms of a collection need a `collection`")
                continue
            }
            guard policy.collections[name] == nil else {
                reader.report(item.mark, "the collection `\(name)` has terms already; keep one of the two")
                continue
            }
            var terms = RetentionPolicy.Terms()
            set(&terms, fields, with: &reader)
            policy.collections[name] = terms
        }
        return policy
    }

    private static func set(
        _ terms: inout RetentionPolicy.Terms, _ fields: ConfigurationReader.Fields,
        with reader: inout ConfigurationReader
    ) {
        let kind = SettingKind<RetentionPolicy.Term>.term(Self.terms)
        reader.set(&terms.originals, fields, "originals", kind)
        reader.set(&terms.articles, fields, "articles", kind)
        reader.set(&terms.deliveries, fields, "deliveries", kind)
    }
}

extension SettingKind where Value == RetentionPolicy.Term {
    /// A duration, or `never`.
    static func term(_ range: ClosedRange<Duration>) -> Self {
        SettingKind(
            hint: "`never` or an age such as 90d, at least \(DurationSetting.format(range.lowerBound))",
            words: ["never"]
        ) {
            text in
            if text == "never" { return .never }
            return DurationSetting.parse(text).flatMap { range.contains($0) ? .after($0) : nil }
        }
    }
}
