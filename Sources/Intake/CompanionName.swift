/// The name of a folder into which a browser or an office program put what belongs to a saved page: that of the page without its
/// suffix, then the word "files" in the program's language.
///
/// Sources: the endings that the Windows shell connects with a page in its language editions ("connected files", since Windows
/// 2000; used by Internet Explorer and Office), the `filesFolder` string of Firefox's translations, and `_files` of Chromium
/// and its relatives, which is the same in every language.
struct CompanionName: Equatable {
    /// In lower case.
    static let endings: [String] = [
        // Chromium, Firefox, Internet Explorer, Office in English and in all languages that have none of their own.
        "_files", ".files", "-files",
        "_archivos", "_arquivos", "_bestanden", "_bylos", "-dateien", "_dateien", "_datoteke", "_dosyalar", "_elemei",
        "_failid", "_fails", "_fajlovi", "_ficheiros", "_fichiers", "_file", "-filer", "_filer", "_fitxategiak",
        "_fitxers", "_pliki", "_soubory", "_tiedostot", "-tiedostot", "_súbory", "_subory", "_fișiere", "_fisiere",
        "_skrár", "_файлы", "_файли", "_файлове", "_датотеке", "_αρχεία", "_קבצים", "_ملفات", "_文件", "_檔案", "_파일",
        "_ファイル",
    ]
    /// What a page's own name ends with, in lower case.
    static let pageEndings = [".html", ".htm", ".xhtml", ".xht", ".shtml"]

    private static let endingBytes = endings.map { Array($0.utf8) }
    private static let pageEndingBytes = pageEndings.map { Array($0.utf8) }

    /// The name, or the path, of the page without its ending.
    let stem: [UInt8]

    /// Takes the name of a folder apart, or its path; nil when it is no companion's.
    init?(_ path: [UInt8]) {
        guard let stem = Self.stem(path, Self.endingBytes) else { return nil }
        self.stem = stem
    }

    /// The name or path of a page without its ending; nil for what is named otherwise.
    static func pageStem(_ path: [UInt8]) -> [UInt8]? { stem(path, pageEndingBytes) }

    private static func stem(_ path: [UInt8], _ endings: [[UInt8]]) -> [UInt8]? {
        for ending in endings where path.count > ending.count {
            let begin = path.count - ending.count
            // The ending alone is no name of a companion.
            guard path[begin - 1] != UInt8(ascii: "/") else { continue }
            let isEqual = zip(path[begin...], ending).allSatisfy { byte, wanted in
                ((65...90).contains(byte) ? byte + 32 : byte) == wanted
            }
            if isEqual { return Array(path[..<begin]) }
        }
        return nil
    }
}
