import NewsModel
import Testing

@testable import Formats

/// Members of a container that have one name.
@Suite struct ContainerNamesTests {
    @Test func repeatedName_GetsANumber_AndSoDoesAMemberThatHasTheNumberAlready() {
        var names = ContainerNames()
        let shown = ["a.html", "a.html", "a.html#2", "a.html"].map { names.unique(FileName($0)) }
        #expect(shown == ["a.html", "a.html#2", "a.html#2#2", "a.html#3"])
    }

    /// The numbers fell off with the end of the name, and the search for a free one did not end.
    @Test(arguments: [4_000, 4_090, 4_096, 20_000]) func namesThatAreLongerThanAPath_AreToldApart(length: Int) {
        var names = ContainerNames()
        let shown = (0..<20).map { names.unique(FileName(String(repeating: "n", count: length) + "\($0).html")) }
        #expect(Set(shown).count == 20)
        #expect(shown.allSatisfy { $0.utf8.count <= 4_096 })
    }
}
