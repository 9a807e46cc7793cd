import Testing

@testable import Desk

@Suite struct SuspicionTests {
    struct Death: Sendable {
        let before: Int
        let signal: UInt8
        let wasAlone: Bool
        var wasKilled = false
        let after: Int
    }

    @Test(arguments: [
        // A fatal signal in the file's own lane is proof, alone or not.
        Death(before: 0, signal: 11, wasAlone: false, after: 2),
        Death(before: 2, signal: 4, wasAlone: true, after: 4),
        // An unexplained death only makes suspects of the files at hand, however often.
        Death(before: 0, signal: 0, wasAlone: false, after: 1),
        Death(before: 1, signal: 0, wasAlone: false, after: 1),
        Death(before: 0, signal: 0, wasAlone: true, after: 1),
        // While a suspect is read alone it counts.
        Death(before: 1, signal: 0, wasAlone: true, after: 2),
        Death(before: 3, signal: 0, wasAlone: true, after: 4),
        // Killed from outside it is nobody's fault, which a fatal signal in its lane still is.
        Death(before: 0, signal: 0, wasAlone: true, wasKilled: true, after: 1),
        Death(before: 3, signal: 0, wasAlone: true, wasKilled: true, after: 3),
        Death(before: 2, signal: 11, wasAlone: true, wasKilled: true, after: 4),
    ])
    func strikes_GrowWithTheEvidence(death: Death) {
        #expect(
            Suspicion.strikes(
                before: death.before, signal: death.signal, wasAlone: death.wasAlone, wasKilled: death.wasKilled)
                == death.after)
    }

    @Test func twoProvenDeaths_ArePoison() {
        let first = Suspicion.strikes(before: 0, signal: 11, wasAlone: false, wasKilled: false)
        #expect(first < Suspicion.poison)
        #expect(Suspicion.strikes(before: first, signal: 11, wasAlone: false, wasKilled: false) >= Suspicion.poison)
    }
}
