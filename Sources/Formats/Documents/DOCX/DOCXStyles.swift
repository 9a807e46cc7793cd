import Markup

/// The styles of a document by their ids.
struct DOCXStyles {
    /// Styles based on one another, from the style to the one that says what it is.
    private static let longestChain = 10

    private var roles: [String: DocumentBlock.Role] = [:]
    private var sizes: [String: Double] = [:]
    /// The size of text without a style in points.
    private(set) var defaultSize = 11.0

    init() {}

    init(_ root: XMLElement) {
        var parents: [String: String] = [:]
        for style in root.all("style") {
            guard let id = style.attribute("styleId") else { continue }
            parents[id] = style.first("basedOn")?.attribute("val")
            if let name = style.first("name")?.attribute("val") { roles[id] = DocumentStyle.role(name) }
            if roles[id] == nil, let level = style.at("pPr", "outlineLvl")?.attribute("val").flatMap({ Int($0) }),
                level < 9
            {
                roles[id] = .heading(level + 1)
            }
            sizes[id] = Self.points(style.at("rPr", "sz"))
        }
        defaultSize = Self.points(root.at("docDefaults", "rPrDefault", "rPr", "sz")) ?? 11
        for id in parents.keys {
            var ancestor = parents[id]
            for _ in 0..<Self.longestChain {
                guard let name = ancestor else { break }
                roles[id] = roles[id] ?? roles[name]
                sizes[id] = sizes[id] ?? sizes[name]
                ancestor = parents[name]
            }
        }
    }

    func role(_ id: String) -> DocumentBlock.Role? { roles[id] ?? DocumentStyle.role(id) }

    func size(_ id: String) -> Double? { sizes[id] }

    /// Sizes are given in half points.
    static func points(_ element: XMLElement?) -> Double? {
        element?.attribute("val").flatMap { Double($0) }.flatMap { $0 > 0 && $0 < 4_000 ? $0 / 2 : nil }
    }
}
