import Testing

@testable import SearchText

@Suite struct WordFormsTests {
    private func forms(_ word: String, _ languages: [String], of vocabulary: [String]) -> [String] {
        let sorted = vocabulary.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return WordForms(languages: languages).forms(of: word) { prefix, limit in
            Array(sorted.lazy.filter { $0.utf8.starts(with: prefix.utf8) }.prefix(limit))
        }
    }

    @Test(arguments: [
        ("ministries", "en", ["ministry"], ["minister", "mini"]), ("ministry", "en", ["ministries"], ["minister"]),
        ("running", "en", ["run", "runs"], ["runner", "rung", "ran"]), ("haus", "de", ["hauser", "hause"], ["hals"]),
        ("hauser", "de", ["haus"], ["hausierer"]), ("ministerinnen", "de", ["ministerin"], ["minister"]),
        ("journaux", "fr", ["journal"], ["journee"]),
        ("министр", "ru", ["министра", "министров"], ["министерство"]), ("αθηνα", "el", ["αθηνασ"], ["αθλοσ"]),
        ("лес", "ru", ["леса"], ["лестница"]), ("كتاب", "ar", ["الكتاب", "كتابه", "والكتاب"], ["مكتب"]),
        ("القاهره", "ar", ["قاهره"], ["قهر"]),
        ("किताब", "hi", ["किताबें"], ["कितना"]), ("mueller", "de", ["muller"], ["muler"]),
        ("aarhus", "da", ["arhus"], ["aarhusianer"]), ("quelle", "de", ["quellen"], ["qulle"]),
        ("ממשלה", "he", ["הממשלה", "בממשלה"], ["משל"]),
        ("powodzi", "pl", ["powodz", "powodzia"], ["powietrze"]),
        ("polityka", "pl", ["polityce", "polityki"], ["policja"]),
        ("premier", "pl", ["premiera", "premierem"], ["premia"]), ("volby", "cs", ["voleb", "volbach"], ["volat"]),
        ("praze", "cs", ["praha", "prahy"], ["prase"]), ("mesto", "sk", ["mesta", "mestom"], ["mesiac"]),
        ("министър", "bg", ["министри", "министърът"], ["министерство"]),
        ("град", "bg", ["градове", "градът"], ["градус"]),
        ("вибори", "uk", ["виборів", "виборах"], ["вибух"]),
        ("evler", "tr", ["ev"], ["evvel"]), ("valg", "nb", ["valget"], ["vals"]),
    ])
    func forms_ShareTheStemAndOccurInTheVocabulary(
        _ word: String, _ language: String, _ expected: [String], _ others: [String]
    ) {
        let found = forms(word, [language], of: expected + others + [word])
        #expect(Set(found) == Set(expected))
    }

    @Test func forms_AreOfTheGivenLanguagesOnly() {
        #expect(forms("ministries", ["de", "xx", ""], of: ["ministry", "ministries"]) == [])
        #expect(forms("ministries", [], of: ["ministry"]) == [])
        #expect(forms("министр", ["en"], of: ["министра"]) == [])
    }

    @Test func forms_OfShortWordsNumbersAndOtherScriptsAreNone() {
        for word in ["", "a", "us", "covid19", "3.5", "c++", "北京", "ไทย", "한국", String(repeating: "a", count: 160)] {
            #expect(forms(word, ["en", "de"], of: [word + "s", word]) == [])
        }
    }

    @Test func forms_AreBoundedAndNearestFirst() {
        let vocabulary = (0..<500).map {
            "walk" + String(repeating: "s", count: $0 % 2) + String(repeating: "'", count: $0)
        }
        #expect(forms("walk", ["en"], of: vocabulary + ["walks", "walking", "walked"]).count <= WordForms.maximumForms)
        #expect(forms("walk", ["en"], of: ["walking", "walks", "walked"]) == ["walks", "walked", "walking"])
    }
}
