import Testing

@testable import Desk

@Suite struct ProcessEndTests {
    typealias Surroundings = ProcessEnd.Surroundings

    struct End: Sendable, CustomTestStringConvertible {
        let name: String
        let before: Surroundings
        let now: Surroundings
        let cameFromOutside: Bool

        var testDescription: String { name }
    }

    private static let boot = Array("0f6cfe1e-29d4-4f6f-a4b0-9d7f1be1a001".utf8)
    private static let otherBoot = Array("0f6cfe1e-29d4-4f6f-a4b0-9d7f1be1a002".utf8)

    @Test(arguments: [
        End(
            name: "no process ran out of memory", before: Surroundings(boot: boot, memoryKills: 3),
            now: Surroundings(boot: boot, memoryKills: 3), cameFromOutside: true),
        End(
            name: "some process ran out of memory", before: Surroundings(boot: boot, memoryKills: 3),
            now: Surroundings(boot: boot, memoryKills: 4), cameFromOutside: false),
        End(
            name: "the machine went down", before: Surroundings(boot: boot, memoryKills: 3),
            now: Surroundings(boot: otherBoot, memoryKills: 0), cameFromOutside: true),
        End(
            name: "the kernel does not count", before: Surroundings(boot: boot, memoryKills: nil),
            now: Surroundings(boot: boot, memoryKills: nil), cameFromOutside: false),
        End(
            name: "nothing is known", before: Surroundings(), now: Surroundings(boot: boot, memoryKills: 3),
            cameFromOutside: false),
    ])
    func silentEnd_CameFromOutside_WhereTheKernelRulesOutTheOthers(end: End) {
        #expect(ProcessEnd.cameFromOutside(startedIn: end.before, endedBefore: end.now) == end.cameFromOutside)
    }

    @Test(arguments: [
        Surroundings(boot: boot, memoryKills: 0x0102_0304_0506), Surroundings(boot: boot), Surroundings(),
    ])
    func surroundings_AreReadAsTheyWereWritten(surroundings: Surroundings) {
        #expect(Surroundings(bytes: surroundings.bytes + [0, 0, 0]) == surroundings)
    }

    @Test func surroundings_OfThisMachine_AreTold() {
        #expect(Surroundings.now().boot.count == 36)
    }
}
