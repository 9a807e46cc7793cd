/// The months' names and abbreviations in the languages of the press, in one table.
package enum MonthNames {
    /// The month that a word names, 1 to 12; nil when it names none.
    ///
    /// - Parameters:
    ///   - word: the word in any case, without a full stop.
    ///   - language: ISO 639-1 code of the text; it decides the few words that name different months in different
    ///     languages, such as Polish and Croatian `listopada`.
    package static func month(_ word: String, language: String?) -> Int? {
        let folded = fold(word)
        if let language, let own = ambiguous[folded]?[language] { return own }
        if let month = byWord[folded] { return month }
        // Hebrew prefixes its months with "in": במאי.
        if folded.unicodeScalars.first == "ב" { return byWord[String(folded.unicodeScalars.dropFirst())] }
        return nil
    }

    /// Lower case, with accents off Greek letters, hamza off Arabic ones, vowel signs and the Turkish dot dropped.
    static func fold(_ word: String) -> String {
        let lowered = word.lowercased()
        if lowered.utf8.allSatisfy({ $0 < 0x80 }) { return lowered }
        var folded = String.UnicodeScalarView()
        for scalar in lowered.unicodeScalars {
            switch scalar {
            case "ı": folded.append("i")
            case "ς": folded.append("σ")
            case "ά": folded.append("α")
            case "έ": folded.append("ε")
            case "ή": folded.append("η")
            case "ί", "ϊ", "ΐ": folded.append("ι")
            case "ό": folded.append("ο")
            case "ύ", "ϋ", "ΰ": folded.append("υ")
            case "ώ": folded.append("ω")
            case "ё": folded.append("е")
            case "أ", "إ", "آ": folded.append("ا")
            case "ي", "ى": folded.append("ی")
            case "ك": folded.append("ک")
            case "\u{307}", "\u{640}", "\u{64B}"..."\u{652}": break
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    private static let ambiguous: [String: [String: Int]] = [
        "listopada": ["hr": 10, "bs": 10, "sl": 11],
        "listopad": ["hr": 10, "bs": 10],
        "srpna": ["hr": 7],
        "lipna": ["hr": 6],
    ]

    private static let byWord: [String: Int] = {
        var months: [String: Int] = [:]
        for (index, line) in table.enumerated() {
            for word in line.split(separator: " ") { months[fold(String(word))] = index + 1 }
        }
        return months
    }()

    /// One entry a month. Order: Germanic, Romance, Slavic in Latin letters, Baltic, Finno-Ugric, Celtic, Turkic and
    /// Malay, Albanian and Basque, Cyrillic, Greek, Arabic and Persian, Hebrew, Indic, Thai.
    private static let table: [String] = [
        "january jan januar jänner jän januari janúar janv janvier enero ene janeiro gennaio gen ianuarie ian gener xaneiro "
            + "styczeń stycznia sty leden ledna januára siječanj siječnja sij januara sausio sausis saus janvāris janvārī "
            + "jaanuar tammikuu tammikuuta tammi január eanáir ionawr ocak yanvar janar urtarrila "
            + "январь января янв январи януари јануар јануара јануари січень січня січ студзень студзеня "
            + "ιανουάριος ιανουαρίου ιαν يناير كانون_الثاني جانفي ژانویه جنوری ינואר ינו "
            + "जनवरी জানুয়ারি জানুয়ারী ஜனவரி జనవరి มกราคม ม.ค",
        "february feb februar feber februari febrúar févr fév fevrier février febrero fevereiro fev febbraio febb februarie "
            + "febrer febreiro luty lutego lut únor února februára veljača veljače velj februara vasario vasaris vas "
            + "februāris februārī veebruar helmikuu helmikuuta helmi február feabhra chwefror şubat fevral shkurt otsaila "
            + "февраль февраля фев февр февруари фебруар фебруара лютий лютого лют люты лютага "
            + "φεβρουάριος φεβρουαρίου φεβ فبراير شباط فيفري فوریه فروری פברואר פבר "
            + "फरवरी फ़रवरी ফেব্রুয়ারি பிப்ரவரி ఫిబ్రవరి กุมภาพันธ์ ก.พ",
        "march mar mär märz maerz mrz maart mrt mars marzo março marco martie març marzec marca březen března "
            + "ožujak ožujka ožu marec kovo kovas marts martā märts maaliskuu maaliskuuta maalis március már márc márta "
            + "mawrth mart maret mac martxoa martxoaren "
            + "март марта мар марти березень березня бер сакавік сакавіка "
            + "μάρτιος μαρτίου μαρ مارس آذار مارچ מרץ מרס मार्च মার্চ மார்ச் మార్చి มีนาคม มี.ค",
        "april apr apríl avr avril abril abr aprile aprilie avril aprilis aprīlis aprīlī kwiecień kwietnia kwi duben dubna "
            + "apríla travanj travnja aprila balandžio balandis bal aprill huhtikuu huhtikuuta huhti április ápr aibreán "
            + "ebrill nisan aprel prill apirila april "
            + "апрель апреля апр април квітень квітня кві красавік красавіка "
            + "απρίλιος απριλίου απρ أبريل إبريل نيسان أفريل آوریل اپریل אפריל אפר अप्रैल এপ্রিল ஏப்ரல் ఏప్రిల్ เมษายน เม.ย",
        "may mai mei maj maí mayo maio maggio mag maig mayo maja máj mája květen května svibanj svibnja svi "
            + "gegužės gegužė geg maijs maijā toukokuu toukokuuta touko május bealtaine mayıs maiatza "
            + "май мая мај маја травень травня тра май травень май травня "
            + "μάιος μαΐου μάη μαϊ مايو أيار ماي مه مئی מאי मई মে மே మే พฤษภาคม พ.ค травеня",
        "june jun juni juin junio junho giugno giu iunie iun juny xuño czerwiec czerwca cze červen června jún júna lipanj "
            + "lipnja lip junij junija juna birželio birželis birž jūnijs jūnijā juuni kesäkuu kesäkuuta kesä június júní "
            + "meitheamh mehefin haziran iyun qershor ekaina "
            + "июнь июня июн юни јун јуна јуни червень червня чер чэрвень чэрвеня "
            + "ιούνιος ιουνίου ιουν يونيو يونيه حزيران جوان ژوئن جون יוני יונ जून জুন ஜூன் జూన్ มิถุนายน มิ.ย",
        "july jul juli juillet juil julio julho luglio lug iulie iul juliol xullo lipiec lipca červenec července júl júla "
            + "srpanj srpnja julij julija jula liepos liepa liep jūlijs jūlijā juuli heinäkuu heinäkuuta heinä július júlí "
            + "iúil gorffennaf temmuz iyul korrik uztaila "
            + "июль июля июл юли јул јула јули липень липня ліпень ліпеня "
            + "ιούλιος ιουλίου ιουλ يوليو يوليه تموز جويلية ژوئیه جولائی יולי יול जुलाई জুলাই ஜூலை జూలై กรกฎาคม ก.ค",
        "august aug augustus août aout agosto ago agost sierpień sierpnia sie srpen srpna kolovoz kolovoza kol augusta "
            + "avgust avgusta avg rugpjūčio rugpjūtis rugp augusts augustā elokuu elokuuta elo augusztus ágúst lúnasa awst "
            + "ağustos ogos agustus gusht abuztua "
            + "август августа авг серпень серпня сер жнівень жніўня аўгуст "
            + "αύγουστος αυγούστου αυγ أغسطس آب أوت اوت اگست אוגוסט אוג अगस्त আগস্ট ஆகஸ்ட் ఆగస్టు สิงหาคม ส.ค",
        "september sept sep septembre septiembre setiembre setembro set settembre sett septembrie setembre wrzesień "
            + "września wrz září septembra rujan rujna ruj rugsėjo rugsėjis rugs septembris septembrī syyskuu syyskuuta syys "
            + "szeptember szept meán_fómhair medi eylül sentyabr shtator iraila "
            + "сентябрь сентября сен сент септември септембар септембра вересень вересня вер верасень верасня "
            + "σεπτέμβριος σεπτεμβρίου σεπ σεπτ سبتمبر أيلول سپتامبر ستمبر ספטמבר ספט "
            + "सितंबर सितम्बर সেপ্টেম্বর செப்டம்பர் సెప్టెంబర్ กันยายน ก.ย",
        "october oct oktober okt octobre octubre outubro out ottobre ott octombrie outubro październik października paź "
            + "říjen října október októbra oktobra oktobar spalio spalis spal oktobris oktobrī oktoober lokakuu "
            + "lokakuuta loka október deireadh_fómhair hydref ekim oktyabr oktober tetor urria "
            + "октябрь октября окт октомври октобар октобра жовтень жовтня жов кастрычнік кастрычніка "
            + "οκτώβριος οκτωβρίου οκτ أكتوبر تشرين_الأول اکتبر اکتوبر אוקטובר אוק "
            + "अक्टूबर अक्तूबर অক্টোবর அக்டோபர் అక్టోబర్ ตุลาคม ต.ค",
        "november nov novembre noviembre novembro novembre noiembrie listopad listopada lis listopadu novembra studeni "
            + "studenoga studenog stu novembar lapkričio lapkritis lapkr novembris novembrī marraskuu marraskuuta marras "
            + "nóvember samhain tachwedd kasım noyabr nëntor azaroa "
            + "ноябрь ноября ноя нояб ноември новембар новембра листопад листопада лис лістапад лістапада "
            + "νοέμβριος νοεμβρίου νοε νοεμ نوفمبر تشرين_الثاني نوامبر نومبر נובמבר נוב "
            + "नवंबर नवम्बर নভেম্বর நவம்பர் నవంబర్ พฤศจิกายน พ.ย",
        "december dec dezember dez desember des décembre déc decembre diciembre dic dezembro dicembre decembrie desembre "
            + "grudzień grudnia gru prosinec prosince prosinac prosinca pro decembra decembar gruodžio gruodis gruod decembris "
            + "decembrī detsember joulukuu joulukuuta joulu desember nollaig rhagfyr aralık dekabr desember dhjetor abendua "
            + "декабрь декабря дек декември децембар децембра грудень грудня гру снежань снежня "
            + "δεκέμβριος δεκεμβρίου δεκ ديسمبر كانون_الأول دسامبر دسمبر דצמבר דצמ "
            + "दिसंबर दिसम्बर ডিসেম্বর டிசம்பர் డిసెంబర్ ธันวาคม ธ.ค",
    ]
}
