@testable import Markup

extension HTMLTree {
    /// The tree as one line: `name(children)`, texts in quotation marks, comments as `!`, the body only.
    static func outline(_ page: String, limits: HTMLLimits = HTMLLimits()) throws -> String {
        var bytes = Array(page.utf8)
        return try bytes.withUnsafeMutableBufferPointer { buffer in
            let tree = try HTMLTree(buffer, limits: limits)
            guard let body = tree.first(.body) else { return "" }
            return tree.outline(body)
        }
    }

    private func outline(_ node: Int) -> String {
        switch nodes[node].tag {
        case .textNode: return "'\(string(nodes[node].slice))'"
        case .commentNode: return "!"
        default: break
        }
        var children: [String] = []
        var child = node + 1
        while child < Int(nodes[node].end) {
            children.append(outline(child))
            child = Int(nodes[child].end)
        }
        let name = string(nodes[node].slice).lowercased()
        return (name.isEmpty ? "body" : name) + (children.isEmpty ? "" : "(" + children.joined(separator: " ") + ")")
    }
}
