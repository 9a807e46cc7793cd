import NewsModel

/// The names that people gave to outlets: by the names that articles give themselves, and by the hosts of their addresses.
struct OutletNames: Sendable, Equatable {
    /// What a person said.
    struct Rule: Sendable, Equatable {
        /// The name or host as it was typed.
        var name: String
        /// The outlet.
        var into: String
        /// The user who said so.
        var by: String
        /// When, in milliseconds since 1970 UTC.
        var at: Int64
    }

    /// By the folded names of outlets.
    private(set) var names: [String: Rule] = [:]
    /// By hosts in lower case, without `www.`.
    private(set) var hosts: [String: Rule] = [:]

    /// Names that lead from one to the next; more are a circle, which the writer does not make.
    private static let longestChain = 8

    /// Adds a rule as it stands in the database.
    mutating func add(_ rule: Rule, isHost: Bool) {
        if isHost { hosts[Self.host(rule.name)] = rule } else { names[NameFolding.fold(rule.name)] = rule }
    }

    /// Adds what a person said, or takes it back; false where there is nothing to take back.
    @discardableResult
    mutating func apply(_ said: Correction) -> Bool {
        guard let name = said.value else { return false }
        let isHost = said.field == Correction.hostField
        if let into = said.into, !said.isUndone {
            add(Rule(name: name, into: into, by: said.by, at: said.at), isHost: isHost)
            return true
        }
        return (isHost ? hosts.removeValue(forKey: Self.host(name)) : names.removeValue(forKey: NameFolding.fold(name)))
            != nil
    }

    /// The name under which the outlet of an article is shown; the host of its address counts before the name that it gives.
    func shown(_ outlet: String?, url: String?) -> String? {
        guard !names.isEmpty || !hosts.isEmpty else { return outlet }
        var shown = outlet
        if !hosts.isEmpty {
            let host = url.flatMap(Self.host(ofAddress:)) ?? ""
            // An outlet without another name is called by its host.
            if let rule = hosts[host] ?? outlet.flatMap({ hosts[Self.host($0)] }) { shown = rule.into }
        }
        return shown.map(shown(as:))
    }

    /// The name that a name leads to.
    func shown(as name: String) -> String {
        var name = name
        for _ in 0..<Self.longestChain {
            let key = NameFolding.fold(name)
            guard let next = names[key]?.into else { break }
            name = next
            // A rule may mend the spelling alone.
            if NameFolding.fold(next) == key { break }
        }
        return name
    }

    /// A host as it is compared.
    static func host(_ name: String) -> String {
        let lowered = name.lowercased()
        return lowered.hasPrefix("www.") ? String(lowered.dropFirst(4)) : lowered
    }

    /// The host of an address, as it is compared; nil for an address without one.
    private static func host(ofAddress url: String) -> String? {
        guard let scheme = url.range(of: "://") else { return nil }
        let authority = url[scheme.upperBound...].prefix { !"/?#".contains($0) }
        let site = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
        let name = site.prefix { $0 != ":" }
        return name.isEmpty ? nil : host(String(name))
    }
}
