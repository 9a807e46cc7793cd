import Testing

/// The inspection on a house of two rooms in which each rule is broken once.
@Suite struct HouseInspectionTests {
    private let page = """
        ## The house

        | room | what lives there | may import |
        | --- | --- | --- |
        | `Ground` | values | nothing |
        | `Beside` | other values | `CShim` |
        | `Upper` | work | `Ground`, `Foundation` |
        | `Program` | commands | `Upper` |

        ## Inside the large rooms

        | room | folders |
        | --- | --- |
        | `Upper` | `Low` · `Left`, `Right` · `.` |
        | `Program` | (`One`, `Two`) |
        """

    private func inspection(_ files: [(String, String)], manifest: String = "") -> HouseInspection {
        HouseInspection(
            rules: HouseRules(page), files: files.map { SourceFile(path: "Sources/" + $0.0, source: $0.1) },
            manifest: Manifest(manifest))
    }

    @Test func `a room without a row is found, and a row without a room`() {
        let findings = inspection([("Ground/A.swift", ""), ("Upper/A.swift", ""), ("Cellar/A.swift", "")])
            .tableFindings()
        #expect(
            findings == [
                "Cellar has no row in the table of docs/architecture.md",
                "docs/architecture.md has a row for Beside, but there is no such room in Sources",
                "docs/architecture.md has a row for Program, but there is no such room in Sources",
            ])
    }

    @Test func `a row that names a room below it is found`() {
        var house = inspection([])
        house.rules = HouseRules("## The house\n| `A` | a | `B` |\n| `B` | b | |")
        #expect(
            house.tableFindings().contains(
                "A may import B, which stands below it in the table: imports point upward only"))
    }

    @Test func `imports upward and sideways are found, those through another room are allowed`() {
        let findings = inspection([
            ("Ground/A.swift", "import Upper"), ("Beside/A.swift", "internal import CShim\nimport Ground"),
            (
                "Program/One/A.swift",
                "import struct Ground.Value\nimport Upper\n// import Beside\nlet a = \"import Beside\""
            ),
        ]).importFindings()
        #expect(
            findings == [
                "Sources/Ground/A.swift imports Upper, which the row of Ground does not allow",
                "Sources/Beside/A.swift imports Ground, which the row of Beside does not allow",
            ])
    }

    @Test func `Foundation is for rooms that name it, and libraries are not passed on`() {
        let findings = inspection([
            ("Ground/A.swift", "import Foundation"), ("Upper/A.swift", "import Foundation\nimport Dispatch"),
            ("Program/One/A.swift", "import Foundation"),
        ]).importFindings()
        #expect(
            findings == [
                "Sources/Ground/A.swift imports Foundation, which the row of Ground does not allow",
                "Sources/Program/One/A.swift imports Foundation, which the row of Program does not allow",
            ])
    }

    @Test func `dependencies that nothing imports and imports without a dependency are found`() {
        let manifest = """
            .target(name: "Ground", swiftSettings: strict),
            // .target(name: "Upper", dependencies: ["Cellar"]),
            .target(name: "Beside", dependencies: ["CShim", .product(name: "Ground", package: "x")]),
            .executableTarget(name: "Upper", dependencies: [], path: "Sources/Upper"),
            """
        let findings = inspection(
            [("Ground/A.swift", ""), ("Beside/A.swift", "import CShim"), ("Upper/A.swift", "import Ground")],
            manifest: manifest
        ).manifestFindings()
        #expect(
            findings == [
                "Package.swift lists Ground for Beside, which no file there imports",
                "Package.swift lists Ground for Beside, which its row does not allow",
                "Upper imports Ground, which Package.swift does not list for it",
                "Package.swift has no target Program",
            ])
    }

    @Test func `a folder that knows one beside or after it is found`() {
        let findings = inspection([
            ("Upper/Low/A.swift", "struct Low { var part: Left.Part? }"),
            ("Upper/Left/B.swift", "struct Left { struct Part {} ; let low = Low() }"),
            ("Upper/Right/C.swift", "enum Right { static let text = \"\\(Left())\" }"),
            ("Upper/D.swift", "// Left\nstruct Whole { var left: Left, right: Right }"),
            ("Program/One/A.swift", "struct One { var two: Two }"),
            ("Program/Two/A.swift", "struct Two { var one: One }"),
        ]).folderFindings()
        #expect(
            findings == [
                "Sources/Upper/Low/A.swift uses Left of Upper/Left, which does not stand before Low",
                "Sources/Upper/Right/C.swift uses Left of Upper/Left, which does not stand before Right",
            ])
    }

    @Test func `a folder without a place and a place without a folder are found`() {
        let findings = inspection([
            ("Upper/Low/Deep/A.swift", ""), ("Upper/Left/A.swift", ""), ("Upper/A.swift", ""),
            ("Upper/New/A.swift", ""),
            ("Beside/Part/A.swift", ""),
        ]).folderFindings()
        #expect(
            findings == [
                "Beside has folders, but no row under \"Inside the large rooms\"",
                "Upper/New has no place in the order of Upper's folders",
                "The order of Upper's folders names Right, which has no sources",
            ])
    }

    @Test func `a nested type hides one of another folder, a member is no mention`() {
        let findings = inspection([
            ("Upper/Low/A.swift", "struct Low { enum Right {}; var right: Right; let a = Other.Left.none }"),
            ("Upper/Left/B.swift", "struct Left {}"), ("Upper/Right/C.swift", "struct Right {}"), ("Upper/D.swift", ""),
        ]).folderFindings()
        #expect(findings == [])
    }
}
