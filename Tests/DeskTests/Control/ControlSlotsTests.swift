import Testing

@testable import Desk

/// No user of the group keeps the others, or the owners, from being answered.
@Suite struct ControlSlotsTests {
    /// Slots that are asked within an expectation, which takes no call that changes a value.
    private final class Slots {
        private var slots = ControlSlots()
        func connect(_ user: ControlSlots.User) -> Bool { slots.connect(user) }
        func disconnect(_ user: ControlSlots.User) { slots.disconnect(user) }
        func beginLongRequest(_ user: ControlSlots.User) -> Bool { slots.beginLongRequest(user) }
        func endLongRequest(_ user: ControlSlots.User) { slots.endLongRequest(user) }
    }

    private let root = ControlSlots.User(id: 0, isOwner: true)

    private func member(_ number: UInt32) -> ControlSlots.User { ControlSlots.User(id: 1000 + number, isOwner: false) }

    @Test func memberWithAllItsLongRequests_StillGetsAStatus_AndOthersStillAdd() {
        let slots = Slots()
        for _ in 0..<ControlSlots.longRequestsOfUser {
            #expect(slots.connect(member(1)))
            #expect(slots.beginLongRequest(member(1)))
        }
        #expect(slots.connect(member(1)))
        #expect(!slots.beginLongRequest(member(1)))
        #expect(slots.connect(member(2)))
        #expect(slots.beginLongRequest(member(2)))
    }

    @Test func memberWithAllItsConnections_IsTurnedAway_AndOthersAreNot() {
        let slots = Slots()
        for _ in 0..<ControlSlots.connectionsOfUser { #expect(slots.connect(member(1))) }
        #expect(!slots.connect(member(1)))
        #expect(slots.connect(member(2)))
        #expect(slots.connect(root))
        slots.disconnect(member(1))
        #expect(slots.connect(member(1)))
    }

    @Test func manyMembersTogether_LeaveOwnersTheirConnectionsAndRequests() {
        let slots = Slots()
        var connections = 0
        var requests = 0
        for number in 0..<100 {
            for _ in 0..<ControlSlots.connectionsOfUser where slots.connect(member(UInt32(number))) { connections += 1 }
            for _ in 0..<ControlSlots.longRequestsOfUser where slots.beginLongRequest(member(UInt32(number))) {
                requests += 1
            }
        }
        #expect(connections == ControlSlots.connections)
        #expect(requests == ControlSlots.longRequests)
        for _ in 0..<ControlSlots.connectionsOfOwners { #expect(slots.connect(root)) }
        for _ in 0..<ControlSlots.longRequestsOfOwners { #expect(slots.beginLongRequest(root)) }
        #expect(!slots.connect(root))
        #expect(!slots.beginLongRequest(root))
    }

    @Test func ownersAlone_UseWhatMembersDoNot() {
        let slots = Slots()
        for _ in 0..<ControlSlots.connections { #expect(slots.connect(root)) }
    }

    @Test func everythingGivenBack_IsFreeAgain() {
        let slots = Slots()
        for _ in 0..<3 {
            for _ in 0..<ControlSlots.longRequestsOfUser { #expect(slots.beginLongRequest(member(1))) }
            #expect(!slots.beginLongRequest(member(1)))
            for _ in 0..<ControlSlots.longRequestsOfUser { slots.endLongRequest(member(1)) }
        }
    }
}
