import Testing

@testable import Presentation

/// The difference of two sequences.
struct SequenceDifferenceTests {
    struct Case: Sendable {
        var old: String
        var new: String
        /// Each element with its sign: ` ` kept, `-` removed, `+` added.
        var edits: String
    }

    private static func shown(_ difference: SequenceDifference<Character>) -> String {
        difference.edits.map { edit in
            switch edit {
            case .keep(let element): " \(element)"
            case .remove(let element): "-\(element)"
            case .add(let element): "+\(element)"
            }
        }.joined()
    }

    @Test(arguments: [
        Case(old: "", new: "", edits: ""),
        Case(old: "abc", new: "abc", edits: " a b c"),
        Case(old: "", new: "ab", edits: "+a+b"),
        Case(old: "ab", new: "", edits: "-a-b"),
        Case(old: "abc", new: "axc", edits: " a-b+x c"),
        Case(old: "aa", new: "a", edits: " a-a"),
        Case(old: "abcabba", new: "cbabac", edits: "-a-b c+b a b-b a+c"),
        Case(old: "abcd", new: "wxyz", edits: "-a-b-c-d+w+x+y+z"),
    ])
    func edits_AreTheShortestWay(_ table: Case) {
        let difference = SequenceDifference(from: Array(table.old), to: Array(table.new))
        #expect(Self.shown(difference) == table.edits)
        #expect(difference.isEmpty == (table.old == table.new))
    }

    @Test(arguments: [0, 3, 1_000])
    func edits_MakeTheSecondOfTheFirst_WhateverTheBound(_ bound: Int) {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let old = (0..<Int.random(in: 0...30, using: &random)).map { _ in Int.random(in: 0...4, using: &random) }
            let new = (0..<Int.random(in: 0...30, using: &random)).map { _ in Int.random(in: 0...4, using: &random) }
            let edits = SequenceDifference(from: old, to: new, largestDistance: bound).edits
            let first = edits.compactMap { edit -> Int? in
                switch edit {
                case .keep(let element), .remove(let element): element
                case .add: nil
                }
            }
            let second = edits.compactMap { edit -> Int? in
                switch edit {
                case .keep(let element), .add(let element): element
                case .remove: nil
                }
            }
            #expect(first == old && second == new, "\(old) to \(new)")
        }
    }

    @Test func sequencesWithoutAnythingInCommon_AreToldAsAWhole_InBoundedTime() {
        let old = Array(0..<200_000)
        let new = Array(200_000..<400_000)
        let duration = ContinuousClock().measure {
            #expect(SequenceDifference(from: old, to: new).edits.count == 400_000)
        }
        // The bound keeps it from the hours that the square of 400,000 would take; a second is for slow machines.
        #expect(duration < .seconds(20))
    }
}
