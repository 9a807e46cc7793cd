extension EndingStemmer {
    /// The languages with rules, by ISO 639-1 code.
    static let languages = ["pl": polish, "cs": czech, "sk": slovak, "uk": ukrainian, "bg": bulgarian]

    /// Each beginning with each ending behind it; words are apart by spaces, `-` is no ending at all.
    private static func joined(_ beginnings: String, _ endings: String) -> [String] {
        list(beginnings).flatMap { beginning in list(endings).map { $0 == "-" ? beginning : beginning + $0 } }
    }

    private static func list(_ words: String) -> [String] { words.split(separator: " ").map(String.init) }

    private static let polish = Rules(
        endings: list("a e i o u y ia ie iu io ii om iom ow iow ach iach ami iami em iem owi iowi owie ej")
            + list("ego iego iej emu iemu ym im ych ich ymi imi iej")
            + list("ac ec ic yc uc am asz amy acie aja esz emy ecie isz imy icie ysz ymy ycie aj ij yj")
            + joined("a i y e", "l la lo li ly") + list("alem alam")
            + joined("an en on owan ywan iwan ujac ajac iajac ac iac owi", "y a e i ego ej emu ym ych ymi o")
            + joined("ani eni owani ywani iwani", "e a u em om ami ach") + list("an en owan")
            + joined("uj", "e esz emy ecie a ac") + joined("owa ywa iwa", "c l la lo li ly"),
        softened: [("dz", "d"), ("rz", "r"), ("cz", "k"), ("c", "k"), ("sz", "s")], fleeting: ["e"])

    private static let czechAdjective = "y a e i eho emu em ym ych ymi yma ou iho imu im ich imi ima"
    private static let czech = Rules(
        endings: list("a e i o u y ou uv um em am ech ich ach ami emi mi ata aty eti ete et ovi ove")
            + list(czechAdjective)
            + list("at it ut as ame ate aji is ime ite eji ej ejme ejte ejsi ejsiho ejsich")
            + joined("a e i", "l la lo li ly") + joined("an en ovan ov", czechAdjective)
            + joined("an en ovan", "i im imi ich o") + joined("ost nost enost ovost anost", "- i ech em mi")
            + joined("uj", "i u e es eme ete ou ici") + joined("ova", "t l la lo li ly n"),
        softened: [("c", "k"), ("z", "h"), ("st", "sk"), ("ct", "ck")], fleeting: ["e"])

    private static let slovak = Rules(
        endings: list("a e i o u y ou ov om och ach ami mi iam iach ia ie iu ovi ovia ev iev am em")
            + list("eho emu ej ym ych ymi ieho iemu im ich imi")
            + list(
                "at it ut et as ame ate aju is ime ite aj ajme ajte ajuc uj ujme ujte uju ujuc ujem ujes ujeme ujete uje"
            )
            + list("iac uc me te m s") + joined("a i e", "l la lo li")
            + joined("ov an en ovan", "y a e i eho emu om ej ym ych ymi ou u o ho mu")
            + joined("an en ovan", "ie ia iu im i") + joined("ost nost", "- i iam iach ou ami")
            + joined("ova", "t l la lo li ny na ne"),
        softened: [("c", "k"), ("z", "h")], fleeting: ["e", "o"])

    private static let ukrainianAdjective = "ий а е і ого ої ому ій им ою у ім их ими о"
    private static let ukrainian = Rules(
        endings: list("а я о е є и і ї у ю ь й ом ем єм ам ям ами ями ах ях ів їв ей ою ею єю ові еві єві")
            + list("ію ії іями іях іям ій ість істю ості остей") + list(ukrainianAdjective)
            + list("ній ня нє ні нього ньої ньому ньою ню нім ніх німи")
            + joined("а я и і у", "ти в") + joined("а и і", "ла ло ли") + list("ять ать уть ють ить їть іть")
            + list("єш еш иш їш ємо емо имо їмо єте ете ите їте ає ує ую уєш уєте уємо ують")
            + joined("ува", "в ла ло ли ти вши")
            + list("уй уйте уймо імо вши авши ивши ла ло ли ти ся лося лася лись вся тися")
            + joined("ован уван ан ен ян", ukrainianAdjective)
            + joined("анн енн інн уванн ованн янн", "я ю і ям ями ях")
            + list("ань ень увань"),
        softened: [("ц", "к"), ("ч", "к"), ("ж", "г"), ("з", "г"), ("ш", "х"), ("с", "х")],
        fleeting: ["е", "о", "і", "є"])

    private static let bulgarian = Rules(
        endings: list(
            "а я о е и у ю й ът ят та то те ия иите ите ият ата ята ото ето ета етата ии ията ища ищата ове овете")
            + list("еве евете ци ците цата ция нът")
            + list("ен на но ни ния ният ната ното ните ски ския ският ска ската ско ското ските н")
            + list("ам ям иш еш аш ат им ем аме яме им ете ате яте их ах ях иха аха яха ил ила ило или")
            + list("ал ала али ял яла ел ела ели алите алия алият ана ани ано ан ена ено ени аният ания")
            + joined("ва", "м т ме те л ли") + list("ващ ащи ащ ещ")
            + joined("ан ен ван яван аван", "е ето ия ията иета")
            + joined("ност ост", "- та и ите"),
        softened: [("ц", "к"), ("ч", "к"), ("ж", "г"), ("з", "г")], fleeting: ["е", "ъ"])
}
