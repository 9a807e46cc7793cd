/// The words of control that make text, or that part it from what is none.
extension RTFReader {
    /// Words that begin a destination; of most the text is no part of the document.
    static let destinations: [String: RTFState.Destination] = {
        var table: [String: RTFState.Destination] = [
            "fonttbl": .fontTable, "stylesheet": .styleSheet, "title": .title, "author": .author, "keywords": .keywords,
            "fldinst": .fieldInstruction,
        ]
        let skipped = [
            "colortbl", "pict", "object", "objdata", "header", "headerl", "headerr", "headerf", "footer", "footerl",
            "footerr", "footerf",
            "footnote", "annotation", "themedata", "colorschememapping", "latentstyles", "listtable",
            "listoverridetable", "rsidtbl",
            "generator", "xmlnstbl", "datastore", "filetbl", "revtbl", "nonshppict", "shpinst", "subject", "operator",
            "company", "category",
            "manager", "doccomm", "hlinkbase", "creatim", "revtim", "printim", "buptim", "comment", "template",
            "bkmkstart", "bkmkend",
            "datafield", "formfield", "pnseclvl", "mmathPr", "wgrffmtfilter", "userprops", "atnid", "atnauthor",
            "atnref", "atndate", "xe",
            "tc", "rxe", "txe", "pntext", "listtext", "panose", "falt", "fname", "do", "private", "upr", "info2",
            "passwordhash",
        ]
        for word in skipped { table[word] = .skipped }
        return table
    }()

    /// Words that stand for a character.
    static let characters: [String: String] = [
        "tab": "\t", "line": "\n", "softline": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "emspace": " ",
        "enspace": " ", "qmspace": " ",
        "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "zwj": "\u{200D}",
        "zwnj": "\u{200C}",
        "ltrmark": "\u{200E}", "rtlmark": "\u{200F}",
    ]

    /// The code page of a font's character set (RTF 1.9.1, "Font Table").
    static func codePage(ofCharset charset: Int) -> Int {
        switch charset {
        case 77: 10_000
        case 128: 932
        case 129: 949
        case 134: 936
        case 136: 950
        case 161: 1253
        case 162: 1254
        case 163: 1258
        case 177: 1255
        case 178: 1256
        case 186: 1257
        case 204: 1251
        case 222: 874
        case 238: 1250
        case 254: 437
        default: 0
        }
    }
}
