/// What `docs/architecture.md` allows: who may import what, and the order of the folders in large rooms.
struct HouseRules {
    /// The rooms from the ground up, each with the rooms and libraries that it names.
    var rooms: [(name: String, allowed: [String])] = []
    /// The levels of folders of a large room from the ground up; the folders of one level do not know one another, unless they are in one
    /// group.
    var folders: [String: [Level]] = [:]

    /// Folders of one height.
    struct Level {
        /// The folders; `.` is the room's own.
        var names: [String]
        /// Whether they still know one another, which is a debt: written in round brackets.
        var isEntangled: Bool
    }

    /// Reads the tables under "The house" and "Inside the large rooms".
    init(_ page: String) {
        var heading = ""
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#") {
                heading = line.drop { $0 == "#" || $0 == " " }.lowercased()
                continue
            }
            guard line.hasPrefix("|") else { continue }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map(
                String.init)
            guard let first = cells.first, let last = cells.last, first.contains("`") else { continue }
            let names = Self.quoted(first)
            switch heading {
            case "the house": for name in names { rooms.append((name, Self.quoted(last))) }
            case "inside the large rooms": for name in names { folders[name] = Self.levels(last) }
            default: break
            }
        }
    }

    /// The words in back quotes.
    private static func quoted(_ cell: String) -> [String] {
        let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
        return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
    }

    /// `A` · `B`, `C` · (`D`, `E`): levels are parted by a middle dot.
    private static func levels(_ cell: String) -> [Level] {
        cell.split(separator: "·").map { part in
            Level(names: quoted(String(part)), isEntangled: part.contains("("))
        }
    }

    /// All that a room may import: the rooms that it names and, through them, theirs; libraries only where it names them itself.
    func allowed(_ room: String) -> Set<String> {
        guard let own = rooms.first(where: { $0.name == room })?.allowed else { return [] }
        let names = Set(rooms.map(\.name))
        var result = Set(own)
        for other in own where names.contains(other) && other != room {
            result.formUnion(allowed(other).intersection(names))
        }
        return result
    }

    /// The place of a folder in the order of its room: that of the longest listed folder that holds it.
    func level(of folder: String, in room: String) -> (height: Int, name: String, isEntangled: Bool)? {
        var best: (height: Int, name: String, isEntangled: Bool)?
        for (height, level) in (folders[room] ?? []).enumerated() {
            for name in level.names {
                let holds = name == "." ? folder.isEmpty : folder == name || folder.hasPrefix(name + "/")
                if holds, name.utf8.count >= best?.name.utf8.count ?? 0 { best = (height, name, level.isEntangled) }
            }
        }
        return best
    }
}
