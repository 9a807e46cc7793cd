/// Compares sources and manifest with the rules of the house; each finding is a sentence for whoever broke one.
struct HouseInspection {
    var rules: HouseRules
    var files: [SourceFile]
    var manifest: Manifest

    /// Modules of the toolchain that every room may use. Foundation is none of them: a room that uses it says so in the table.
    private static let toolchain: Set<String> = ["Swift", "Glibc", "Dispatch", "Synchronization"]

    private var roomsWithSources: Set<String> { Set(files.map(\.room)) }

    /// Rooms without a row, rows without a room, and rows that name a later room.
    func tableFindings() -> [String] {
        var findings: [String] = []
        let names = rules.rooms.map(\.name)
        for room in roomsWithSources.subtracting(names).sorted() {
            findings.append("\(room) has no row in the table of docs/architecture.md")
        }
        for room in names where !roomsWithSources.contains(room) {
            findings.append("docs/architecture.md has a row for \(room), but there is no such room in Sources")
        }
        for (index, room) in rules.rooms.enumerated() {
            for other in room.allowed where names[index...].contains(other) {
                findings.append(
                    "\(room.name) may import \(other), which stands below it in the table: imports point upward only")
            }
        }
        return findings
    }

    /// Imports that the table does not allow.
    func importFindings() -> [String] {
        var findings: [String] = []
        for room in rules.rooms {
            let allowed = rules.allowed(room.name).union(Self.toolchain)
            for file in files where file.room == room.name {
                for module in file.imports.subtracting(allowed).sorted() {
                    findings.append("\(file.path) imports \(module), which the row of \(room.name) does not allow")
                }
            }
        }
        return findings
    }

    /// Dependencies in Package.swift that nothing imports, that the table does not allow, or that are missing there.
    func manifestFindings() -> [String] {
        var findings: [String] = []
        for room in rules.rooms {
            guard let target = manifest.targets.first(where: { $0.name == room.name }) else {
                findings.append("Package.swift has no target \(room.name)")
                continue
            }
            let imported = files.filter { $0.room == room.name }.reduce(into: Set<String>()) {
                $0.formUnion($1.imports)
            }
            .subtracting(Self.toolchain).subtracting(["Foundation"])
            let declared = Set(target.dependencies)
            let allowed = rules.allowed(room.name)
            for module in imported.subtracting(declared).sorted() {
                findings.append("\(room.name) imports \(module), which Package.swift does not list for it")
            }
            for module in declared.subtracting(imported).sorted() {
                findings.append("Package.swift lists \(module) for \(room.name), which no file there imports")
            }
            for module in declared.subtracting(allowed).sorted() {
                findings.append("Package.swift lists \(module) for \(room.name), which its row does not allow")
            }
        }
        return findings
    }

    /// Folders without a place in the order of their room, places without a folder, and files that know a folder above or beside theirs.
    func folderFindings() -> [String] {
        var findings: [String] = []
        for room in roomsWithSources.sorted() {
            let members = files.filter { $0.room == room }
            let folders = Set(members.map(\.folder))
            guard folders != [""] else { continue }
            guard let levels = rules.folders[room] else {
                findings.append("\(room) has folders, but no row under \"Inside the large rooms\"")
                continue
            }
            for folder in folders.sorted() where rules.level(of: folder, in: room) == nil {
                findings.append(
                    "\(room)/\(folder.isEmpty ? "." : folder) has no place in the order of \(room)'s folders")
            }
            for name in levels.flatMap(\.names)
            where !folders.contains(where: { rules.level(of: $0, in: room)?.name == name }) {
                findings.append("The order of \(room)'s folders names \(name), which has no sources")
            }
            findings += referenceFindings(members, room)
        }
        return findings
    }

    private func referenceFindings(_ members: [SourceFile], _ room: String) -> [String] {
        // Where a type of one name is declared in several folders, who mentions it may mean any of them.
        var homes: [String: Set<String>] = [:]
        var hidden: [String: Set<String>] = [:]
        for file in members {
            guard let level = rules.level(of: file.folder, in: room) else { continue }
            for name in file.declares { homes[name, default: []].insert(level.name) }
            hidden[level.name, default: []].formUnion(file.hides)
        }
        var findings: [String] = []
        for file in members {
            guard let own = rules.level(of: file.folder, in: room) else { continue }
            for name in file.mentions.subtracting(hidden[own.name] ?? []).sorted() {
                guard let home = homes[name], home.count == 1, let other = home.first, other != own.name,
                    let level = rules.level(of: other == "." ? "" : other, in: room)
                else { continue }
                if level.height < own.height || level.height == own.height && own.isEntangled { continue }
                findings.append(
                    "\(file.path) uses \(name) of \(room)/\(other), which does not stand before \(own.name)")
            }
        }
        return findings
    }
}
