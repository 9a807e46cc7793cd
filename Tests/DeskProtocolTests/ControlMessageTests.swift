import Foundation
import LinuxSystem
import NewsModel
import Testing

@testable import DeskProtocol

/// Requests and replies as they go over the socket.
@Suite struct ControlMessageTests {
    static let requests: [ControlRequest] = [
        .status, .retry(delivery: 17), .accept(delivery: 17), .add(name: [0xFF, 0x41], collection: "politics/2024"),
        .checkIndex,
        .addAlert(name: "flood", query: "flood OR \"high water\""), .removeAlert(name: "flood"),
        .addFeedKey(name: "feed-1", feed: "/search.atom?q=flood", sha256: "ab12"),
        .correct(Correction(kind: .tag, article: "7tepsvhc9cfk", value: "elections")),
        .reread(.format("html"), after: 4), .reread(.outdated, after: 0),
        .erase(article: "7tepsvhc9cfk", leavesNeighbours: true), .verify, .heal(original: "ab12"), .prune, .reload,
    ]

    @Test(arguments: requests) func message_ComesBackAsItWent_OnOneLine(_ request: ControlRequest) throws {
        let message = ControlMessage(request, onBehalfOf: "Ann Lee")
        let bytes = try JSONEncoder().encode(message)
        #expect(!bytes.contains(UInt8(ascii: "\n")))
        #expect(try JSONDecoder().decode(ControlMessage.self, from: bytes) == message)
        let members = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        #expect(members["on_behalf_of"] as? String == "Ann Lee")
    }

    @Test func whatIsNotKnown_IsNotUnderstood() {
        for line in [#"{"request":{"format_disk":{}}}"#, #"{"request":{"retry":{}}}"#, "{}", "[]", "x"] {
            #expect(throws: (any Error).self) {
                try JSONDecoder().decode(ControlMessage.self, from: Data(line.utf8))
            }
        }
    }

    @Test func onlyWhatChangesOrRemovesWhatWasFiled_IsForOwners() {
        let owners = Self.requests.filter(\.isForOwners)
        #expect(
            owners.count == 5 && owners.contains(.heal(original: "ab12")) && owners.contains(.prune)
                && !owners.contains(.reload))
    }
}

/// In whose name a request is noted.
@Suite struct RequesterTests {
    @Test func userWhoAsksForNobodyElse_IsTheOneThatTheKernelTells() throws {
        #expect(try Requester.name(user: 0, onBehalfOf: nil, webService: 991) == "root")
        #expect(try Requester.name(user: 4_000_000_000, onBehalfOf: nil, webService: 991) == "4000000000")
    }

    @Test func webService_IsBelieved_WhomItAsksFor() throws {
        #expect(try Requester.name(user: 991, onBehalfOf: "Ann Lee", webService: 991) == "Ann Lee")
    }

    @Test(arguments: [0, 992] as [UInt32]) func nobodyElse_IsBelieved_NotEvenRoot(_ user: UInt32) {
        for webService in [991, nil] as [UInt32?] {
            #expect {
                try Requester.name(user: user, onBehalfOf: "Ann Lee", webService: webService)
            } throws: {
                ($0 as? ControlFailure)?.kind == .notAllowed
            }
        }
    }

    @Test(arguments: ["", "a\nb", "a\u{7F}", String(repeating: "x", count: 129)])
    func nameThatCannotStandInALine_IsRefused(_ name: String) {
        #expect(throws: ControlFailure.self) { try Requester.name(user: 991, onBehalfOf: name, webService: 991) }
    }
}

/// The running desk, or one in this program.
@Suite struct ReachableDeskTests {
    private final class Answers: RequestAnswering {
        var asked: [ControlRequest] = []
        var users: Set<String> = []
        var isEnded = false

        func answer(
            _ request: ControlRequest, inNameOf user: String, passing descriptor: Descriptor?
        ) -> ControlReply {
            asked.append(request)
            users.insert(user)
            return request == .prune ? .failed(.temporary, "busy") : .done
        }

        func end() { isEnded = true }
    }

    @Test func whereNoneRuns_OneIsOpenedOnce_ForAllRequests() throws {
        let answers = Answers()
        var opened = 0
        let desk = ReachableDesk(state: "/nowhere/at/all") {
            opened += 1
            return answers
        }
        _ = try desk.ask(.retry(delivery: 1))
        _ = try desk.ask(.retry(delivery: 2))
        #expect(opened == 1 && answers.asked == [.retry(delivery: 1), .retry(delivery: 2)])
        #expect(answers.users == [UserNames.name(of: geteuid())])
        #expect { try desk.ask(.prune) } throws: { ($0 as? ControlFailure)?.description == "busy" }
        desk.end()
        #expect(answers.isEnded)
    }
}
