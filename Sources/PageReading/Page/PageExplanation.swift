/// Says why a block of a page was kept or dropped, for whoever looks into a page that was read badly.
struct PageExplanation {
    let scan: PageScan

    /// The way from the body to an element, such as `main > div.article > p`.
    func path(to node: Int) -> String {
        var names: [String] = []
        var current = node
        while current > 0 {
            let tree = scan.tree
            var name = tree.string(tree.nodes[current].slice)
            if let classes = tree.value(.class, of: current) {
                name += "." + classes.split(separator: " ").prefix(3).joined(separator: ".").prefix(60)
            }
            names.append(name)
            current = Int(tree.nodes[current].parent)
        }
        return names.reversed().joined(separator: " > ")
    }

    /// One line for each block: `+` kept or `-` dropped, `|` inside of the chosen element, its kind, letters, share of
    /// links, marks, first words, and why it was dropped.
    func lines(kept: [Int], container: Int, trace: BodyTrace?) -> [String] {
        let kept = Set(kept)
        let inside = scan.blocks(in: container)
        var lines = ["container: \(path(to: container))"]
        for (index, block) in scan.blocks.enumerated() where block.letters > 0 {
            let isKept = kept.contains(index)
            var line = "\(isKept ? "+" : "-")\(inside.contains(index) ? "|" : " ") \(block.kind.rawValue)"
            line += " \(block.letters) letters, \(Int(block.linkDensity * 100)) % links"
            let marks = block.marks.names
            if !marks.isEmpty { line += " [\(marks.joined(separator: ", "))]" }
            line += ": \(scan.string(of: block).prefix(Self.textShown))"
            if !isKept { line += " — \(trace?.reasons[index] ?? "it stands outside of the chosen element")" }
            lines.append(line)
        }
        return lines
    }

    /// Characters of a block that are shown.
    private static let textShown = 90
}

extension PageMarks {
    /// The names of the marks that are set.
    var names: [String] {
        let all: [(PageMarks, String)] = [
            (.hidden, "hidden"), (.navigation, "navigation"), (.footer, "footer"), (.sidebar, "sidebar"),
            (.comments, "comments"), (.related, "related"), (.share, "share"), (.promo, "promo"), (.form, "form"),
            (.byline, "byline"), (.biography, "biography"), (.tags, "tags"), (.caption, "caption"), (.embed, "embed"),
            (.gallery, "gallery"), (.pullQuote, "pull quote"), (.deck, "deck"), (.header, "header"),
            (.headline, "headline"), (.time, "time"), (.figure, "figure"), (.disclaimer, "disclaimer"), (.link, "link"),
            (.quotation, "quotation"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}
