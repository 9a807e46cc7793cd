/// A charset named by one of its labels, as the Encoding Standard reads them, with iconv's name for it.
package struct CharsetLabel: Sendable, Equatable {
    /// The name in lower case.
    package let name: String
    /// The name that iconv knows it by; a superset where the Encoding Standard takes one (EUC-KR is CP949).
    package let iconvName: String

    /// Windows-1252, the superset that `latin1` and `us-ascii` stand for.
    package static let western = CharsetLabel(name: "windows-1252", iconvName: "CP1252")

    /// Whether it is a single-byte charset of Western European letters.
    var isWestern: Bool { ["windows-1252", "iso-8859-15", "macintosh"].contains(name) }

    /// Whether it changes its meaning by escape sequences, so that its bytes look like ASCII.
    var isStateful: Bool { name == "iso-2022-jp" || name == "iso-2022-kr" }

    private init(name: String, iconvName: String) {
        self.name = name
        self.iconvName = iconvName
    }

    /// The charset of a label in any case and with white space or quotes around it; nil for an unknown label.
    package init?(_ label: String) {
        let trimmed = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        guard let found = Self.byLabel[trimmed] else { return nil }
        self = found
    }

    /// Every charset of the table, once.
    package static let all: [CharsetLabel] = table.map { CharsetLabel(name: $0.name, iconvName: $0.iconvName) }

    private static let byLabel: [String: CharsetLabel] = {
        var labels: [String: CharsetLabel] = [:]
        for row in table {
            let charset = CharsetLabel(name: row.name, iconvName: row.iconvName)
            labels[row.name] = charset
            for label in row.labels.split(separator: " ") { labels[String(label)] = charset }
        }
        return labels
    }()

    /// One row a charset: name, iconv's name, further labels.
    private static let table: [(name: String, iconvName: String, labels: String)] = [
        ("utf-8", "UTF-8", "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8"),
        (
            "windows-1252", "CP1252",
            "ansi_x3.4-1968 ascii us-ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 "
                + "iso_8859-1 iso_8859-1:1987 l1 latin1 latin-1 x-cp1252 ansi windows1252"
        ),
        ("iso-8859-2", "ISO-8859-2", "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"),
        ("iso-8859-3", "ISO-8859-3", "csisolatin3 iso8859-3 iso88593 iso_8859-3 l3 latin3"),
        ("iso-8859-4", "ISO-8859-4", "csisolatin4 iso8859-4 iso88594 iso_8859-4 l4 latin4"),
        ("iso-8859-5", "ISO-8859-5", "csisolatincyrillic cyrillic iso8859-5 iso88595 iso_8859-5"),
        (
            "iso-8859-6", "ISO-8859-6",
            "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso8859-6 "
                + "iso88596 iso_8859-6"
        ),
        (
            "iso-8859-7", "ISO-8859-7",
            "csisolatingreek ecma-118 elot_928 greek greek8 iso8859-7 iso88597 iso_8859-7 sun_eu_greek"
        ),
        (
            "iso-8859-8", "ISO-8859-8",
            "csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-8859-8-i iso8859-8 iso88598 iso_8859-8 logical visual"
        ),
        ("iso-8859-10", "ISO-8859-10", "csisolatin6 iso8859-10 iso885910 l6 latin6"),
        ("iso-8859-13", "ISO-8859-13", "iso8859-13 iso885913"),
        ("iso-8859-14", "ISO-8859-14", "iso8859-14 iso885914"),
        ("iso-8859-15", "ISO-8859-15", "csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 latin-9 latin9"),
        ("iso-8859-16", "ISO-8859-16", "iso8859-16"),
        ("koi8-r", "KOI8-R", "cskoi8r koi koi8 koi8_r"),
        ("koi8-u", "KOI8-U", "koi8-ru"),
        ("macintosh", "MACINTOSH", "csmacintosh mac x-mac-roman macroman"),
        ("x-mac-cyrillic", "MAC-CYRILLIC", "x-mac-ukrainian mac-cyrillic"),
        ("windows-874", "CP874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 cp874"),
        ("windows-1250", "CP1250", "cp1250 x-cp1250 windows1250"),
        ("windows-1251", "CP1251", "cp1251 x-cp1251 windows1251 win-1251"),
        ("windows-1253", "CP1253", "cp1253 x-cp1253 windows1253"),
        (
            "windows-1254", "CP1254",
            "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 l5 latin5 x-cp1254 windows1254"
        ),
        ("windows-1255", "CP1255", "cp1255 x-cp1255 windows1255"),
        ("windows-1256", "CP1256", "cp1256 x-cp1256 windows1256"),
        ("windows-1257", "CP1257", "cp1257 x-cp1257 windows1257"),
        ("windows-1258", "CP1258", "cp1258 x-cp1258 windows1258 viscii"),
        ("ibm866", "IBM866", "866 cp866 csibm866"),
        ("ibm855", "IBM855", "cp855"),
        ("ibm852", "IBM852", "cp852"),
        ("ibm850", "IBM850", "cp850"),
        ("gb18030", "GB18030", "gb2312 gbk chinese csgb2312 csiso58gb231280 gb_2312 gb_2312-80 x-gbk cp936 euc-cn"),
        ("big5", "BIG5-HKSCS", "big5-hkscs cn-big5 csbig5 x-x-big5 cp950"),
        ("euc-tw", "EUC-TW", "x-euc-tw"),
        ("euc-jp", "EUC-JP-MS", "cseucpkdfmtjapanese x-euc-jp eucjp"),
        ("iso-2022-jp", "ISO-2022-JP-2", "csiso2022jp"),
        (
            "shift_jis", "CP932",
            "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis cp932 shift_jis-2004"
        ),
        (
            "euc-kr", "CP949",
            "cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 uhc cp949"
        ),
        ("johab", "JOHAB", ""),
        ("iso-2022-kr", "ISO-2022-KR", "csiso2022kr"),
    ]
}
