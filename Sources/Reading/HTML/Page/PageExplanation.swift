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

    /// One line for each block: kept or not, what it is, its weight and marks, and its first words.
    func lines(kept: [Int], container: Int) -> String {
        let keptSet = Set(kept)
        var out = "container: \(path(to: container))\n"
        for (index, block) in scan.blocks.enumerated() where block.letters > 0 {
            let marks = block.marks.names.joined(separator: ",")
            let inside = scan.blocks(in: container).contains(index) ? "|" : " "
            let text = scan.string(of: block).prefix(90)
            let density = Int(block.linkDensity * 100)
            out +=
                "\(keptSet.contains(index) ? "+" : "-")\(inside) \(block.kind.rawValue) \(block.letters) \(density)% [\(marks)] \(text)\n"
        }
        return out
    }
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
