import Foundation
import NewsModel
import Testing

@Suite struct ReasonCodeTests {
    @Test func everyCode_StandsInTheDocument_AndEveryCodeOfTheDocumentExists() throws {
        let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: project.appendingPathComponent("docs/reasons.md"), encoding: .utf8)
        let documented = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
            .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
        #expect(Set(documented) == Set(ReasonCode.all.map(\.rawValue)))
        #expect(documented.count == ReasonCode.all.count)
    }
}
