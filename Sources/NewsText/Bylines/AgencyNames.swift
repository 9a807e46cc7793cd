/// News agencies by the names and abbreviations under which they sign.
package enum AgencyNames {
    /// The agency's usual name when the text is one, with or without "The", parentheses or ".com"; nil otherwise.
    package static func agency(_ text: some StringProtocol) -> String? {
        guard text.utf8.count <= longest else { return nil }
        var core = text[...].drop { !$0.isLetter }
        while let last = core.last, !last.isLetter, !last.isNumber { core = core.dropLast() }
        var lowered = core.lowercased()
        if lowered.hasPrefix("the ") {
            core = core.dropFirst(4)
            lowered = String(lowered.dropFirst(4))
        }
        guard let known = byLowered[lowered] else { return nil }
        // Short abbreviations are agencies only as they write themselves: "ap" and "dpa", but not "Ap".
        let name = String(core)
        if lowered.utf8.count <= 4, name != known.uppercased(), name != known, name != lowered || known != lowered {
            return nil
        }
        return name == name.uppercased() && name.utf8.count > 5 ? known : name
    }

    /// Whether the text is a desk or staff line of agencies, such as "Staff and agencies".
    static func isDesk(_ text: some StringProtocol) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        return words.contains { ["agencies", "agenturen", "agences", "agencias", "agenzie", "agências"].contains($0) }
            && words.count <= 5
    }

    private static let byLowered: [String: String] = {
        var table: [String: String] = [:]
        for name in names { table[name.lowercased()] = name }
        return table
    }()

    /// Bytes of the longest name, with room for an article and signs around it.
    private static let longest = (byLowered.keys.map(\.utf8.count).max() ?? 0) + 16

    private static let names = [
        "Reuters", "Thomson Reuters", "AP", "Associated Press", "AFP", "Agence France-Presse", "Agence France Presse",
        "dpa",
        "Deutsche Presse-Agentur", "EFE", "Agencia EFE", "Xinhua", "Xinhua News Agency", "TASS", "ITAR-TASS", "ТАСС",
        "Kyodo",
        "Kyodo News", "Jiji", "Jiji Press", "PTI", "Press Trust of India", "ANI", "IANS", "UNI", "ANSA", "AGI",
        "Adnkronos",
        "LaPresse", "UPI", "United Press International", "PA", "PA Media", "Press Association", "AAP",
        "Australian Associated Press", "CP", "Canadian Press", "La Presse Canadienne", "Bloomberg", "Bloomberg News",
        "Dow Jones", "Dow Jones Newswires", "Interfax", "Интерфакс", "RIA Novosti", "РИА Новости", "Ukrinform",
        "Укринформ",
        "UNIAN", "УНИАН", "PAP", "Polska Agencja Prasowa", "ČTK", "CTK", "ČTK", "TASR", "SITA", "MTI", "Agerpres",
        "Mediafax",
        "BTA", "HINA", "Hina", "Tanjug", "FENA", "STA", "APA", "sda", "Keystone-SDA", "ATS", "Belga", "ANP", "NTB",
        "TT",
        "TT Nyhetsbyrån", "Ritzau", "STT", "BNS", "LETA", "ELTA", "AA", "Anadolu", "Anadolu Agency", "Anadolu Ajansı",
        "DHA",
        "İHA", "IHA", "ANKA", "WAM", "SPA", "MENA", "PETRA", "SANA", "IRNA", "ISNA", "Fars", "Mehr", "Tasnim", "Wafa",
        "WAFA",
        "KUNA", "QNA", "BNA", "MAP", "APS", "TAP", "NAN", "News Agency of Nigeria", "APP", "BSS", "UNB", "Yonhap",
        "연합뉴스",
        "KCNA", "CNA", "Antara", "Bernama", "VNA", "TTXVN", "NNN", "Lusa", "LUSA", "Europa Press", "Colpisa", "Telam",
        "Télam",
        "Notimex", "Agência Brasil", "Estadão Conteúdo", "Folhapress", "Prensa Latina", "epd", "KNA", "SID", "dts",
        "AFX",
        "dpa-AFX", "AMNA", "ANA-MPA", "ΑΠΕ-ΜΠΕ", "ANI News", "JTA", "新华社", "共同通信", "時事通信", "中新社", "وام", "رويترز",
        "أ ف ب", "وكالات", "סוכנויות הידיעות", "Getty Images", "MarketWatch", "GlobeNewswire", "PR Newswire",
        "Business Wire", "Newswire", "PRNewswire", "BUSINESS WIRE", "ACN Newswire", "Agencies", "News agencies",
    ]
}
