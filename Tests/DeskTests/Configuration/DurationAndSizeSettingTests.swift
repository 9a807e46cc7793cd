import Testing

@testable import Desk

struct DurationCase: Sendable {
    let text: String
    let duration: Duration?
}

struct SizeCase: Sendable {
    let text: String
    let bytes: Int64?
}

@Suite struct DurationAndSizeSettingTests {
    @Test(arguments: [
        DurationCase(text: "300ms", duration: .milliseconds(300)),
        DurationCase(text: "60s", duration: .seconds(60)),
        DurationCase(text: "5m", duration: .seconds(300)),
        DurationCase(text: "5min", duration: .seconds(300)),
        DurationCase(text: "1h30m", duration: .seconds(5_400)),
        DurationCase(text: "1h 30m", duration: .seconds(5_400)),
        DurationCase(text: "2d", duration: .seconds(172_800)),
        DurationCase(text: "0", duration: .zero),
        DurationCase(text: "5", duration: nil),
        DurationCase(text: "m", duration: nil),
        DurationCase(text: "", duration: nil),
        DurationCase(text: " ", duration: nil),
        DurationCase(text: "-5s", duration: nil),
        DurationCase(text: "1.5s", duration: nil),
        DurationCase(text: "5 minutes", duration: nil),
        DurationCase(text: "٥m", duration: nil),
        DurationCase(text: "99999999999d", duration: nil),
    ])
    func duration_IsReadExactly(_ example: DurationCase) {
        #expect(DurationSetting.parse(example.text) == example.duration)
    }

    @Test(arguments: ["300ms", "61s", "5m", "2h", "3d", "0"])
    func duration_IsWrittenAsItIsRead(_ text: String) throws {
        #expect(DurationSetting.format(try #require(DurationSetting.parse(text))) == text)
    }

    @Test(arguments: [
        SizeCase(text: "4096", bytes: 4_096),
        SizeCase(text: "256MiB", bytes: 268_435_456),
        SizeCase(text: "256 MiB", bytes: 268_435_456),
        SizeCase(text: "1G", bytes: 1_073_741_824),
        SizeCase(text: "1GB", bytes: 1_000_000_000),
        SizeCase(text: "2k", bytes: 2_048),
        SizeCase(text: "0", bytes: 0),
        SizeCase(text: "", bytes: nil),
        SizeCase(text: "MiB", bytes: nil),
        SizeCase(text: "-1", bytes: nil),
        SizeCase(text: "1.5G", bytes: nil),
        SizeCase(text: "1 house", bytes: nil),
        SizeCase(text: "9999999999999T", bytes: nil),
    ])
    func size_IsReadExactly(_ example: SizeCase) {
        #expect(ByteSizeSetting.parse(example.text) == example.bytes)
    }

    @Test(arguments: ["256MiB", "1GiB", "5", "0", "3KiB"])
    func size_IsWrittenAsItIsRead(_ text: String) throws {
        #expect(ByteSizeSetting.format(try #require(ByteSizeSetting.parse(text))) == text)
    }
}
