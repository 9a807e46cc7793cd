/// What the names of styles mean. Office programs store the English names of their own styles, whatever language they speak; some do not.
enum DocumentStyle {
    /// The role of a paragraph by the name of its style; nil for running text and unknown names.
    static func role(_ name: String) -> DocumentBlock.Role? {
        let name = name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
        if let role = roles[name] { return role }
        for prefix in ["heading", "überschrift", "titre", "título", "titolo", "kop", "rubrik", "заголовок", "nagłówek"]
        where name.hasPrefix(prefix) {
            let level = name.dropFirst(prefix.count)
            if let number = Int(level), (1...9).contains(number) { return .heading(number) }
            if level.isEmpty, prefix == "heading" { return .heading(1) }
        }
        if name.hasPrefix("list") { return .listItem }
        return nil
    }

    private static let roles: [String: DocumentBlock.Role] = [
        "title": .title, "titel": .title, "titre": .title, "headline": .title, "doctitle": .title,
        "subtitle": .subtitle,
        "untertitel": .subtitle, "soustitre": .subtitle, "standfirst": .subtitle, "quote": .quotation,
        "intensequote": .quotation,
        "quotations": .quotation, "blocktext": .quotation, "zitat": .quotation, "caption": .caption,
        "beschriftung": .caption,
        "illustration": .caption, "figure": .caption, "preformattedtext": .preformatted,
        "htmlpreformatted": .preformatted,
    ]
}
