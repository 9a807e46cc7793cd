import Testing

@testable import Bytes

/// More marks on one letter than any language has are cut; to put them in order would take the square of their number.
@Suite struct LongRunsOfMarksTests {
    @Test func marksBeyondThirty_AreCut() {
        let text = "Te" + String(repeating: "\u{323}", count: 5_000) + "xt e" + String(repeating: "\u{301}", count: 40)
        let scalars = TextNormalizer.normalized(text).unicodeScalars
        // The first mark of each run is part of its letter in normal form C.
        #expect(scalars.filter { $0 == "\u{323}" }.count == 29)
        #expect(scalars.filter { $0 == "\u{301}" }.count == 29)
        #expect(scalars.count == 4 + 29 + 2 + 29)
    }

    @Test(arguments: ["Vie\u{302}\u{323}t", "\u{5E9}\u{5C1}\u{5B8}", "e\u{301}\u{302}\u{303}"])
    func marksOfLanguages_Stay(text: String) {
        #expect(TextNormalizer.normalized(text) == text)
    }
}
