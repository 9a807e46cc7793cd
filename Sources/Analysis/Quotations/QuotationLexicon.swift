/// The words that rules for quotations know, with what each may do.
///
/// Verbs and nouns of English reporting were gathered from the verb classes of B. Levin, "English Verb Classes and Alternations" (1993:
/// 37.1 to 37.9, communication; 29.1 to 29.5, appoint, characterise and conjecture) and from style books of news agencies.
enum QuotationLexicon {
    /// What a word in lower case may do in English.
    static let english: [String: WordRole] = {
        var table: [String: WordRole] = [:]
        for group in groups {
            for word in group.words.split(whereSeparator: \.isWhitespace) {
                table[String(word), default: []].formUnion(group.roles)
            }
        }
        for group in verbs {
            for lemma in group.words.split(whereSeparator: \.isWhitespace) {
                for (form, roles) in forms(of: String(lemma)) {
                    table[form, default: []].formUnion(group.roles.union(roles))
                }
            }
        }
        for (form, roles) in irregular {
            for word in form.split(whereSeparator: \.isWhitespace) { table[String(word), default: []].formUnion(roles) }
        }
        // Nouns and adjectives far more often than verbs.
        for word in ["state", "states", "report", "reports", "note", "notes", "claim", "claims", "comment", "comments"]
        {
            table[word]?.remove(.inverts)
        }
        return table
    }()

    /// What a word in lower case may do in a language by its ISO 639-1 code; nil where there are no rules for it.
    static func words(of language: String?) -> [String: WordRole]? {
        switch language {
        case nil, "en": english
        case "de": german
        case "fr": french
        case "es": spanish
        case "it": italian
        case "pt": portuguese
        case "nl": dutch
        case "pl": polish
        case "ru": russian
        default: nil
        }
    }

    private static let plain: WordRole = [.reports]
    private static let clause: WordRole = [.reports, .takesBareClause]
    private static let inverting: WordRole = [.reports, .inverts]
    static let both: WordRole = [.reports, .inverts, .takesBareClause]

    /// Regular verbs by their base form; `=` marks those that double the last consonant.
    private static let verbs: [(roles: WordRole, words: String)] = [
        (
            both,
            "add argue claim explain insist note suggest warn acknowledge confirm joke admit= concede boast predict"
        ),
        (clause, "maintain contend allege assert believe complain realise realize estimate stress fear announce"),
        (plain, "deny imply indicate"),
        (
            inverting,
            """
            share highlight sing chant quote offer
            ask recall remember reply continue conclude declare remark observe exclaim whisper shout quip= respond counter comment
            confess confide echo elaborate enthuse posit reason theorize theorise surmise blurt hiss sob tease marvel deadpan=
            concur= opine narrate recite caption implore ponder scream shriek squeal whine mock taunt email e-mail text message blog=
            volunteer boom thunder
            tweet lament murmur mumble growl gasp intone roar stammer bellow snarl reckon reiterate point recount cry yell mutter wonder interject retort muse explain demand
            """
        ),
        (
            plain,
            """
            state report stress emphasise emphasize underscore underline announce reveal disclose clarify caution advise
            recommend propose urge testify signal= vow pledge promise threaten decide agree disagree affirm reaffirm
            accuse blame praise criticise criticize condemn denounce reject dismiss order instruct request call
            speculate hint charge dispute opine summarise summarize repeat post answer lecture protest profess
            proclaim assure inform remind notify estimate calculate project forecast apologise apologize
            detail outline describe tout mention volunteer vent fume sneer attest certify decree rule stipulate
            demand complain grumble gripe object plead beg= pray counsel= chide scold thunder chuckle laugh
            sigh smile nod= groan moan scoff snap= bark beam gush rave attribute
            """
        ),
        ([.reports, .addresses, .takesBareClause], "assure inform remind warn notify advise convince persuade"),
        ([.directs], "urge order instruct promise vow pledge threaten accuse advise ask appeal call warn"),
        (
            [.believes, .takesBareClause],
            "believe expect hope suspect assume doubt fear consider imagine suppose reckon worry wish agree"
        ),
        ([.believes], "learn discover determine decide conclude understand plan want"),
        ([.labels, .names], "call label= brand dub= term"),
        (
            [.labels],
            "call describe label= brand dub= blast bash decry accuse characterise characterize term denounce dismiss decry deride hail praise slam= blast condemn"
        ),
    ]

    private static let irregular: [(String, WordRole)] = [
        ("said says", both), ("say", [.reports, .takesBareClause, .inverts, .isBase]),
        ("railed", plain), ("saying", [.reports, .takesBareClause, .isGerund]),
        ("told tells", [.reports, .addresses, .takesBareClause]),
        ("tell", [.reports, .addresses, .takesBareClause, .isBase]),
        ("telling", [.reports, .addresses, .takesBareClause, .isGerund]),
        ("wrote writes", inverting), ("written", plain), ("write", [.reports, .isBase]),
        ("writing", [.reports, .isGerund]),
        ("thinks thought", [.believes, .takesBareClause, .inverts]), ("think", [.believes, .takesBareClause, .isBase]),
        ("feels felt", [.believes, .takesBareClause]), ("feel", [.believes, .takesBareClause, .isBase]),
        ("knows knew", [.believes, .takesBareClause]), ("know", [.believes, .takesBareClause, .isBase]),
        ("understood", [.believes, .takesBareClause]), ("found finds", [.believes]),
        ("shows showed shown", [.believes]), ("show", [.believes, .isBase]),
        ("sees saw", [.believes]), ("swore swears", plain),
        ("spoke speaks", [.labels]), ("read reads", [.inverts, .reports]), ("began begins", [.inverts, .reports]),
        ("went goes", []), ("put puts", []), ("told", [.reports, .addresses]),
        ("held holds", [.believes]), ("sang sings", [.reports, .inverts]), ("quoted", []),
    ]

    /// Words that are not verbs of reporting.
    private static let groups: [(roles: WordRole, words: String)] = [
        ([.subjectPronoun], "i you we they it who one anyone everyone someone nobody some many most others both which"),
        ([.subjectPronoun, .male], "he"), ([.subjectPronoun, .female], "she"),
        (
            [.determiner],
            """
            the a an this that these those his her its their our my your some any each every no another several many
            two three four five six seven eight nine ten all both few
            """
        ),
        (
            [.preposition],
            """
            of in on at by for from with to about into over under after before between during against through without
            within among across behind beyond near since until upon toward towards amid despite like outside inside
            """
        ),
        (
            [.conjunction],
            """
            and but or nor that which who whom whose when while where because if as although though since unless until
            before after whether so than then however what how why
            """
        ),
        (
            [.auxiliary],
            """
            is was are were be been being has had have having will would can could may might must shall should do does
            did doesn't didn't don't won't wouldn't can't couldn't isn't wasn't aren't weren't hasn't hadn't haven't
            shouldn't ain't he's she's it's they're we're i'm you're he'd she'd they'd we'd i'd i've we've they've
            he'll she'll they'll we'll i'll there's that's
            """
        ),
        (
            [.adverb],
            """
            also later then once again never always still often even just soon not once recently already repeatedly
            himself herself itself themselves
            thus further earlier now only sometimes ever reportedly simply yesterday today bluntly flatly
            """
        ),
        (
            [.time],
            """
            monday tuesday wednesday thursday friday saturday sunday january february march april june july august
            september october november december yesterday today tonight tomorrow week month year morning afternoon
            evening night weekend monday's
            """
        ),
        (
            [.occasion],
            """
            statement interview conference briefing speech letter email e-mail message post tweet release memo report
            testimony hearing debate rally address event ceremony meeting call show program programme appearance
            blog article op-ed essay book filing lawsuit document note affidavit column video broadcast
            """
        ),
        ([.nameParticle], "van von der den de da di del della la le bin ibn al el abu ben dos das do du st ter ten af"),
        ([.courtesy, .abbreviation, .male], "mr sir"), ([.courtesy, .abbreviation, .female], "mrs ms miss madam"),
        ([.courtesy, .abbreviation], "dr prof rev hon"), ([.courtesy], "lord lady dame mx"),
        (
            [.office, .abbreviation],
            "sen sens rep reps gov govs gen col capt lt sgt maj cmdr adm pres supt insp det atty cpl pvt sec amb"
        ),
        (
            [.abbreviation],
            "jr sr st u.s u.k u.n d.c inc corp ltd co no vs etc jan feb mar apr jun jul aug sept sep oct nov dec a.m p.m approx dept est ave blvd"
        ),
        (
            [.office, .male],
            "chairman spokesman congressman businessman policeman salesman king prince duke councilman assemblyman actor fisherman brother father husband son man uncle grandfather dad boyfriend"
        ),
        (
            [.office, .female],
            "chairwoman spokeswoman congresswoman businesswoman policewoman queen princess duchess councilwoman actress sister mother wife daughter woman aunt grandmother mom mum girlfriend"
        ),
        (
            [.office],
            """
            minister president secretary chancellor premier ambassador senator representative governor mayor
            spokesperson director chief head chair chairperson chairwoman executive ceo cfo coo cto founder co-founder
            owner manager partner commissioner inspector superintendent sheriff officer detective sergeant captain
            lieutenant colonel major general admiral commander marshal judge justice magistrate attorney lawyer
            solicitor barrister prosecutor counsel professor lecturer researcher scientist economist analyst historian
            biologist physicist chemist doctor surgeon nurse engineer architect author writer poet novelist journalist
            reporter editor columnist correspondent producer coach trainer captain striker goalkeeper midfielder
            defender player pitcher quarterback driver winner champion skipper archbishop bishop cardinal pope pastor
            priest imam rabbi leader deputy vice candidate nominee lawmaker legislator councillor councilor alderman
            mp mep official adviser advisor aide strategist consultant pollster organiser organizer activist
            campaigner volunteer resident neighbour neighbor witness survivor victim farmer baker teacher principal
            headteacher student curator librarian treasurer clerk envoy negotiator monitor ombudsman auditor
            accountant banker trader investor broker developer designer artist musician singer composer conductor
            guitarist drummer dancer choreographer photographer filmmaker chef fellow dean rector provost warden
            forester ranger keeper firefighter paramedic pilot skipper harbourmaster foreman superintendent dispatcher
            specialist expert veteran technician operator delegate diplomat coordinator administrator registrar
            supervisor superintendent planner archivist archaeologist geologist ecologist meteorologist hydrologist
            epidemiologist virologist psychologist astronomer mathematician linguist
            """
        ),
        (
            [.body],
            """
            police company ministry government court agency department council committee commission union party bank
            group club team board office authority authorities officials residents witnesses prosecutors lawyers
            researchers scientists analysts experts critics supporters opponents organisers organizers charity firm
            airline university hospital school city report study survey poll paper newspaper statement letter lawsuit
            complaint indictment administration embassy military army navy source sources firefighters farmers
            teachers unions workers investigators doctors economists campaigners activists ministries companies agencies
            governments departments committees banks firms service services tribunal foundation institute ministers
            """
        ),
        (
            [.speechNoun],
            "claim claims statement assertion warning suggestion allegation allegations accusation belief view argument"
        ),
        (
            [.male],
            """
            john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony
            mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan
            jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank raymond
            patrick jack dennis jerry peter henry carl arthur hans klaus jürgen pierre jean jacques luis carlos juan
            josé jorge pedro miguel ahmed mohammed muhammad mohamed ali omar hassan ivan dmitri sergei vladimir
            barack bernie ted joe mike jim bill bob tom tim dan ben matt chris greg steve ken ruben nick simon ian
            martin oliver lars erik sven anders luca marco giovanni paolo antonio abdul ibrahim yusuf ravi raj
            """
        ),
        (
            [.female],
            """
            mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret sandra ashley
            kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia
            kathleen amy angela shirley anna brenda pamela emma nicole samantha katherine christine debra rachel
            carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren
            christina joan evelyn judith megan andrea hannah jacqueline martha gloria teresa ann sara kate hillary
            nina fatima aisha leila sofia elena olga irina natalia ingrid astrid claire marie sophie isabelle ursula
            theresa nicola fiona tamsin edda priya
            """
        ),
    ]

    static func table(_ groups: [(WordRole, String)]) -> [String: WordRole] {
        var table: [String: WordRole] = [:]
        for (roles, words) in groups {
            for word in words.split(whereSeparator: \.isWhitespace) {
                table[String(word), default: []].formUnion(roles)
            }
        }
        return table
    }

    /// The forms of a regular verb with what each adds.
    private static func forms(of lemma: String) -> [(String, WordRole)] {
        if lemma.hasSuffix("=") {
            let base = String(lemma.dropLast())
            let doubled = base + String(base.suffix(1))
            return [(base, .isBase), (base + "s", []), (doubled + "ed", []), (doubled + "ing", .isGerund)]
        }
        if lemma.hasSuffix("e") {
            let stem = String(lemma.dropLast())
            return [(lemma, .isBase), (lemma + "s", []), (stem + "ed", []), (stem + "ing", .isGerund)]
        }
        let isAfterVowel = lemma.dropLast().last.map { "aeiou".contains($0) } ?? false
        if lemma.hasSuffix("y"), !isAfterVowel {
            let stem = String(lemma.dropLast())
            return [(lemma, .isBase), (stem + "ies", []), (stem + "ied", []), (lemma + "ing", .isGerund)]
        }
        let isSibilant = lemma.hasSuffix("s") || lemma.hasSuffix("sh") || lemma.hasSuffix("ch")
        return [
            (lemma, .isBase), (lemma + (isSibilant ? "es" : "s"), []), (lemma + "ed", []), (lemma + "ing", .isGerund),
        ]
    }
}
