import NewsModel

/// Organisations that news names so often that their name alone tells what they are: agencies, parties, newspapers, firms, clubs, bodies of the
/// United Nations and of the European Union.
///
/// The list was written for this project. Names that are words or places as well ("Apple", "Chelsea") are left to the tagger.
enum KnownOrganizations {
    /// A name of the list is right nearly always.
    private static let confidence: Float = 0.93

    /// The mentions, with those that a known name covers made an organisation, and with known names that are none yet.
    static func told(in mentions: [EntityTagger.Mention], of text: EntityText) -> [EntityTagger.Mention] {
        guard let kind = EntityTag.kinds.firstIndex(where: { $0.kind == .organization }) else { return mentions }
        var found: [EntityTagger.Mention] = []
        for sentence in text.sentences {
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                guard let length = length(at: index, to: sentence.upperBound, of: text) else {
                    index += 1
                    continue
                }
                found.append(EntityTagger.Mention(tokens: index..<index + length, kind: kind, confidence: confidence))
                index += length
            }
        }
        guard !found.isEmpty else { return mentions }
        var kept: [EntityTagger.Mention] = []
        var place = 0
        for mention in mentions {
            while place < found.count, found[place].tokens.upperBound <= mention.tokens.lowerBound {
                kept.append(found[place])
                place += 1
            }
            guard place < found.count, found[place].tokens.overlaps(mention.tokens) else {
                kept.append(mention)
                continue
            }
            var last = place
            while last < found.count, found[last].tokens.overlaps(mention.tokens) { last += 1 }
            let inside = found[place..<last]
            // A longer name holds the known one: "New York Times Magazine". Several with nothing but an "and" between them are names of their own.
            guard mention.tokens.count > inside[place].tokens.count, !isListed(mention.tokens, inside, text) else {
                continue
            }
            kept.append(mention)
            found.removeSubrange(place..<last)
        }
        return kept + found[place...]
    }

    /// Whether known names and what joins them make up a whole mention: "Islamic State and Al-Qaeda".
    private static func isListed(
        _ tokens: Range<Int>, _ names: ArraySlice<EntityTagger.Mention>, _ text: EntityText
    ) -> Bool {
        names.count > 1
            && tokens.allSatisfy { token in
                names.contains { $0.tokens.contains(token) } || text.tokens[token].form == .mark
                    || text.tokens[token].folded == and
            }
    }

    private static let and = EntityToken.folded("and")

    /// How many tokens the longest known name at a place has.
    private static func length(at index: Int, to end: Int, of text: EntityText) -> Int? {
        guard text.tokens[index].isCapital, let names = byFirst[text.tokens[index].folded] else { return nil }
        for name in names {
            let last = index + name.count - 1
            guard last < end, text.tokens[last].isCapital,
                name.indices.allSatisfy({ text.tokens[index + $0].folded == name[$0] })
            else { continue }
            // Abbreviations are written in capitals.
            if name.count == 1, text.tokens[index].form == .capitalised, abbreviations.contains(name[0]) { continue }
            return name.count
        }
        return nil
    }

    /// The names by their first word, the longest first.
    private static let byFirst: [UInt64: [[UInt64]]] = {
        var names: [UInt64: [[UInt64]]] = [:]
        for line in list.split(separator: "\n") {
            for name in line.split(separator: ";") {
                let words = name.split(separator: " ").map { EntityToken.folded($0.lowercased()) }
                if let first = words.first { names[first, default: []].append(words) }
            }
        }
        return names.mapValues { $0.sorted { $0.count > $1.count } }
    }()

    private static let abbreviations: Set<UInt64> = Set(
        list.split(whereSeparator: { $0 == ";" || $0 == "\n" }).map { $0.drop { $0 == " " } }
            .filter { !$0.contains(" ") && $0.allSatisfy { $0.isUppercase } }
            .map { EntityToken.folded($0.lowercased()) })

    private static let list = """
        UN; United Nations; UNICEF; UNESCO; UNRWA; UNHCR; WHO; World Health Organization; World Health Organisation; IMF; International Monetary Fund; World Bank
        NATO; OPEC; OECD; WTO; IAEA; Interpol; Europol; ECB; European Central Bank; European Commission; European Union; European Parliament; European Court of Human Rights
        International Criminal Court; International Court of Justice; Red Cross; Amnesty International; Human Rights Watch; Greenpeace; Oxfam; Save the Children
        Doctors Without Borders; Médecins Sans Frontières; World Wildlife Fund; Transparency International; Reporters Without Borders; Hamas; Hezbollah; Taliban; Al-Qaeda
        Islamic State; Polisario Front; Boko Haram; FBI; CIA; NSA; DEA; IRS; DHS; CBP; FEMA; EPA; NASA; FAA; FCC; FTC; CDC; FDA; NIH; USDA; NTSB; NOAA; TSA; SEC; OSHA
        Customs and Border Protection; Border Patrol; Department of Homeland Security; Department of Justice; Department of Defense; Department of Energy; State Department
        Justice Department; Treasury Department; Pentagon; White House; Supreme Court; Senate; House of Representatives; House of Commons; House of Lords; Congress
        Federal Reserve; Environmental Protection Agency; Food and Drug Administration; Centers for Disease Control and Prevention; Congressional Budget Office
        Federal Bureau of Investigation; Central Intelligence Agency; National Security Council; Federal Communications Commission; Federal Trade Commission
        Securities and Exchange Commission; Internal Revenue Service; National Institutes of Health; National Weather Service; U.S. Geological Survey
        Scotland Yard; Downing Street; NHS; Bank of England; Ofcom; HM Treasury; Home Office; Foreign Office; Met Office; Kremlin; Knesset; Bundestag; Bundesrat
        Bundeswehr; Bundesbank; CDU; CSU; SPD; FDP; AfD; Élysée; Assemblée nationale; Sénat; Conseil constitutionnel; Duma; Sejm; Labour Party; Conservative Party
        Liberal Democrats; Democratic Party; Republican Party; Green Party; Scottish National Party; Sinn Féin; Likud; Rassemblement national; Partido Popular; PSOE; Podemos
        Reuters; Associated Press; AFP; Agence France-Presse; Bloomberg; BBC; CNN; NBC; NBC News; CBS; CBS News; ABC News; Fox News; MSNBC; CNBC; NPR; PBS; HBO; ESPN; Al Jazeera; ITV
        Channel 4; Sky News; New York Times; The New York Times; Washington Post; The Washington Post; Wall Street Journal; The Wall Street Journal; USA Today; Los Angeles Times
        Chicago Tribune; Boston Globe; The Guardian; The Times; The Daily Telegraph; Daily Mail; Daily Mirror; Financial Times; The Independent; The Economist; The Atlantic
        New Yorker; The New Yorker; Politico; Axios; BuzzFeed; HuffPost; TechCrunch; The Verge; Wired; Forbes; National Post; Toronto Star; Globe and Mail; Der Spiegel; Spiegel; Die Zeit
        Süddeutsche Zeitung; Frankfurter Allgemeine Zeitung; Handelsblatt; Le Monde; Le Figaro; Libération; El País; El Mundo; La Vanguardia; La Repubblica; Corriere della Sera
        Gazeta Wyborcza; Rzeczpospolita; Folha de S.Paulo; Público; Xinhua; TASS; RIA Novosti; Interfax; Kyodo News; Yonhap; dpa; ANSA; EFE; Lusa; PAP; Times of India; Haaretz
        Google; Microsoft; Facebook; Meta Platforms; Twitter; TikTok; LinkedIn; Instagram; YouTube; WhatsApp; Netflix; Spotify; Uber; Lyft; Airbnb; Tesla; SpaceX; OpenAI; Anthropic; DeepMind
        Nvidia; Intel; AMD; IBM; Oracle; Cisco; Samsung; Samsung Electronics; Sony; Nintendo; Huawei; Xiaomi; Alibaba; Tencent; Baidu; ByteDance; Shopify; PayPal; Salesforce; Adobe; eBay; WeWork
        Goldman Sachs; JPMorgan; JPMorgan Chase; Morgan Stanley; Bank of America; Citigroup; Wells Fargo; HSBC; Barclays; Deutsche Bank; UBS; Credit Suisse; BNP Paribas; Société Générale
        Lehman Brothers; BlackRock; McKinsey; Deloitte; KPMG; PwC; Boston Consulting Group; Volkswagen; BMW; Mercedes-Benz; Audi; Porsche; Toyota; Honda; Nissan; Hyundai; General Motors
        Ford Motor; Fiat Chrysler; Renault; Peugeot; Boeing; Airbus; Lockheed Martin; Rolls-Royce; Siemens; Bosch; BASF; Bayer; Nestlé; Unilever; Coca-Cola; PepsiCo; McDonald's; Starbucks; Walmart
        Costco; IKEA; H&M; Zara; Nike; Adidas; Puma; Pfizer; Moderna; BioNTech; AstraZeneca; Novartis; Roche; Merck; GlaxoSmithKline; Johnson & Johnson; ExxonMobil; Chevron; Shell; BP; TotalEnergies
        Gazprom; Rosneft; Aramco; Lufthansa; Ryanair; EasyJet; British Airways; Air France; Delta Air Lines; United Airlines; American Airlines; Jetstar; Qantas; FedEx; UPS; DHL; Disney; Walt Disney
        Warner Bros; Paramount; Universal Pictures; Pixar; Live Nation; Ticketmaster; FIFA; UEFA; IOC; International Olympic Committee; NFL; NBA; MLB; NHL; UFC; Premier League; La Liga; Bundesliga
        Manchester United; Manchester City; Arsenal; Tottenham; Liverpool FC; Real Madrid; FC Barcelona; Atlético Madrid; Bayern Munich; Bayern München; Borussia Dortmund; Juventus; AC Milan
        Inter Milan; Paris Saint-Germain; Ajax; Kansas City Chiefs; Dallas Cowboys; New York Yankees; Los Angeles Lakers; Golden State Warriors; Harvard University; Yale University; Oxford University
        Cambridge University; Stanford University; Princeton University; Columbia University; MIT; University of Oxford; University of Cambridge; Brookings Institution; RAND Corporation; Pew Research Center
        """
}
