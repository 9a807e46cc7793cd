import Testing

@testable import NewsText

@Suite struct BylineReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var names: [String]
        var agencies: [String]
        var testDescription: String { text }

        init(_ text: String, _ names: [String], agencies: [String] = []) {
            self.text = text
            self.names = names
            self.agencies = agencies
        }
    }

    static let cases: [Case] = [
        Case("By ANNA SMITH and Bob O'Neil, Political Correspondent", ["Anna Smith", "Bob O'Neil"]),
        Case("By Anna Smith", ["Anna Smith"]), Case("by anna smith", ["anna smith"]),
        Case("BY TOM BAKER JR.", ["Tom Baker Jr."]),
        Case("By Anna Smith, Bob O'Neil and Carl de Vries", ["Anna Smith", "Bob O'Neil", "Carl de Vries"]),
        Case("By Anna Smith | The Courier | May 3, 2024", ["Anna Smith"]),
        Case("By Anna Smith · London", ["Anna Smith"]),
        Case("By Anna Smith in Port Sorrel", ["Anna Smith"]), Case("By Anna Smith, Senior Reporter", ["Anna Smith"]),
        Case("By Chief Diplomatic Correspondent Anna Smith", ["Anna Smith"]),
        Case("By Anna Smith (anna@courier.example)", ["Anna Smith"]),
        Case("By Anna Smith @annasmith", ["Anna Smith"]), Case("Written by: Anna Smith", ["Anna Smith"]),
        Case("By Anna Smith, The Vellmark Times", ["Anna Smith"]), Case("By A. J. Whitfield", ["A. J. Whitfield"]),
        Case("Smith, Anna", ["Anna Smith"]), Case("Smith, Anna; O'Neil, Bob", ["Anna Smith", "Bob O'Neil"]),
        Case("By Anna Smith, Local Democracy Reporter", ["Anna Smith"]),
        Case("By Anna Smith Transport Editor", ["Anna Smith"]),
        Case("By Anna Smith, Health Reporter and Bob O'Neil, Science Editor", ["Anna Smith", "Bob O'Neil"]),
        Case("Words by Anna Smith, photographs by Carl Roth", ["Anna Smith"]),
        Case("Words: Anna Smith Photos: Carl Roth", ["Anna Smith"]),
        Case("Reporting by Anna Smith; editing by Carl Roth", ["Anna Smith"]),
        Case("Von Mia Roth (Text) und Jo Kern (Fotos)", ["Mia Roth"]),
        Case("Von unserer Korrespondentin Mia Roth", ["Mia Roth"]),
        Case("Par notre correspondante Zoé Caron", ["Zoé Caron"]),
        Case("De notre envoyé spécial Jean-Luc Perrin", ["Jean-Luc Perrin"]),
        Case("dal nostro inviato Marco Conti", ["Marco Conti"]),
        Case("Door onze correspondent Sanne Bakker", ["Sanne Bakker"]),
        Case("Por Lucía Fernández, corresponsal en París", ["Lucía Fernández"]),
        Case("di Paola Conti, inviata a Roma", ["Paola Conti"]),
        Case("\u{200F}מאת דן כהן\u{200F}", ["דן כהן"]), Case("نویسنده: رضا کریمی", ["رضا کریمی"]),
        Case("Von Jörg Überschär", ["Jörg Überschär"]),
        Case("Von Jörg Überschär und Mia Roth, Berlin", ["Jörg Überschär", "Mia Roth"]),
        Case("Ein Kommentar von Mia Roth", ["Mia Roth"]), Case("Ein Bericht von Mia Roth", ["Mia Roth"]),
        Case("Par Jean-Luc Perrin et Zoé Caron", ["Jean-Luc Perrin", "Zoé Caron"]),
        Case("Por Lucía Fernández y Juan Ortega y Gasset", ["Lucía Fernández", "Juan Ortega y Gasset"]),
        Case("di Paola Conti", ["Paola Conti"]), Case("Door Sanne de Boer", ["Sanne de Boer"]),
        Case("Av Liv Aas og Per Dahl", ["Liv Aas", "Per Dahl"]),
        Case("Текст: Мария Ключевская", ["Мария Ключевская"]), Case("Autor: Łucja Wróblewska", ["Łucja Wróblewska"]),
        Case("作者：王小明", ["王小明"]), Case("بقلم: سلمى حداد", ["سلمى حداد"]),
        Case("JEAN-LUC PERRIN", ["Jean-Luc Perrin"]), Case("LUDWIG VAN DER BERG", ["Ludwig van der Berg"]),
        Case("Anna SMITH", ["Anna Smith"]),
        Case("RONALD MCDONALD", ["Ronald McDonald"]), Case("By Wednesday, prices had doubled.", []),
        Case("By Staff", []), Case("By Courier Staff Writer", []),
        Case("Redaktion", []), Case("admin", []),
        Case("By Reuters", [], agencies: ["Reuters"]), Case("dpa", [], agencies: ["dpa"]),
        Case("The Associated Press", [], agencies: ["Associated Press"]),
        Case("Staff and agencies", [], agencies: ["Staff and agencies"]),
        Case("By Anna Smith, Associated Press", ["Anna Smith"], agencies: ["Associated Press"]),
        Case("By Anna Smith and AFP", ["Anna Smith"], agencies: ["AFP"]),
        Case("Anna Smith (Reuters)", ["Anna Smith"], agencies: ["Reuters"]),
        Case("By Anna Smith for Reuters", ["Anna Smith"], agencies: ["Reuters"]), Case("", []), Case("May 3, 2024", []),
        Case("https://courier.example/staff/anna", []),
        Case("Associated Press in Port Sorrel", [], agencies: ["Associated Press"]),
        Case("Dan Jervis", ["Dan Jervis"]), Case("Och Nilsson", ["Och Nilsson"]), Case("By Dan Jervis", ["Dan Jervis"]),
        Case("ByNatasha Field", ["Natasha Field"]), Case("Byron Field", ["Byron Field"]),
        Case("By GILLIAN MOORE March 11, 2015 3:46 PM", ["Gillian Moore"]),
        Case("The Harbour Life Team", []), Case("City Desk", []), Case("Posted", []), Case("Veröffentlicht am", []),
        Case("Veröffentlicht von Mia Roth", ["Mia Roth"]), Case("Md Karim Rahman", ["Md Karim Rahman"]),
    ]

    /// A field of metadata holds nothing but names: a word that is a label in some language begins a name there.
    @Test(arguments: [
        ("Por Nilsson", ["Por Nilsson"]), ("De Vries", ["De Vries"]), ("Por Lucía Fernández", ["Lucía Fernández"]),
    ])
    func fieldOfMetadata_HasNoLabelBeforeAName(_ text: String, _ names: [String]) {
        #expect(BylineReader.read(text, isField: true).names == names)
    }

    @Test(arguments: cases) func byline_IsReadIntoNames(_ item: Case) {
        let byline = BylineReader.read(item.text)
        #expect(byline.names == item.names)
        #expect(byline.agencies == item.agencies)
    }

    @Test func prose_IsNoByline() {
        #expect(BylineReader.read(String(repeating: "Anna Smith and ", count: 1000)).isEmpty)
    }
}
