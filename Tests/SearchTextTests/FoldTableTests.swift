import CFoldTable
import Foundation
import Testing

@testable import SearchText

/// The generated table, the machine and SQLite's tokenizer must agree about every scalar.
@Suite struct FoldTableTests {
    private static let scalars = (0 as UInt32..<0x110000).compactMap(Unicode.Scalar.init)

    private func mapping(_ record: wd_fold_record) -> String {
        String(
            decoding: UnsafeBufferPointer(start: wd_fold_mapping(record), count: Int(record.length)), as: UTF8.self)
    }

    @Test func records_HaveKnownClassesAndMappingsThatFoldNoFurther() {
        for scalar in Self.scalars {
            let record = wd_fold_lookup(scalar.value)
            guard ScalarClass(rawValue: record.scalar_class) != nil else {
                Issue.record("U+\(String(scalar.value, radix: 16)) has class \(record.scalar_class)")
                continue
            }
            for mapped in mapping(record).unicodeScalars where wd_fold_lookup(mapped.value).length > 0 {
                Issue.record("U+\(String(scalar.value, radix: 16)) maps to \(mapped), which folds further")
            }
        }
    }

    @Test func records_FoldCaseAndCompatibilityFormsAsTheStandardLibraryDoes() {
        // Swift's tables may be newer than the generated one; letters that both know must agree.
        for scalar in Self.scalars where scalar.properties.isUppercase && scalar.value < 0x1C80 {
            let upper = SearchFold.fold(String(scalar))
            let lower = SearchFold.fold(scalar.properties.lowercaseMapping)
            #expect(upper == lower, "\(scalar)")
        }
    }

    @Test func table_IsWhatTheGeneratorWrites() throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Scripts/generate-fold-table.py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", script.path(percentEncoded: false), "--check", String(cString: wd_fold_unicode()),
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
