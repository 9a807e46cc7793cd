import Testing

@testable import Analysis

struct EntityGazetteerTests {
    private typealias List = EntityGazetteer.List

    private let gazetteer = EntityGazetteer(
        lists: [
            (.surname, ["berg"]), (.town, ["berg"]), (.place, ["new holm"]), (.organization, ["bank of the south"]),
        ],
        classes: [("ministers", 19)], places: 1_000)

    private func marks(_ words: String...) -> [UInt16] {
        gazetteer.marks(of: EntityText(sentences: [words]))
    }

    @Test func aNameIsMarkedWithAllListsThatItIsIn() {
        #expect(marks("Berg", "spoke") == [List.surname.rawValue | List.town.rawValue, 0])
        #expect(marks("berg", "Bergs") == [0, 0])
    }

    @Test func aNameOfSeveralWordsIsMarkedWhereAllOfThemStand() {
        let long = EntityGazetteer.longNameMark
        let bank = List.organization.rawValue | long
        #expect(marks("New", "Holm", "Road") == [List.place.rawValue | long, List.place.rawValue | long, 0])
        #expect(marks("New", "Road") == [0, 0])
        #expect(marks("Bank", "of", "the", "South") == [bank, bank, bank, bank])
    }

    @Test func aWordHasItsClassWhetherItIsANameOrNot() {
        let text = EntityText(sentences: [["Ministers", "ministers", "Berg"]])
        #expect(text.tokens.map { gazetteer.wordClass(of: $0.folded) } == [19, 19, 0])
    }
}
