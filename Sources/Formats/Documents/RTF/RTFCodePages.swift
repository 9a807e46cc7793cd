import Bytes

/// Windows code pages by their numbers.
enum RTFCodePages {
    /// The charset of a code page; windows-1252 where it is not known.
    static func label(_ codePage: Int) -> CharsetLabel {
        let name =
            switch codePage {
            case 932: "shift_jis"
            case 936: "gbk"
            case 949: "euc-kr"
            case 950: "big5"
            case 874: "windows-874"
            case 10_000: "macintosh"
            case 65_001: "utf-8"
            case 1250...1258: "windows-\(codePage)"
            default: "windows-1252"
            }
        return CharsetLabel(name) ?? .western
    }
}
