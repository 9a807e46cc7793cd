import Archive
import ArticleQuery
import Export
import Foundation
import Presentation

/// The originals of articles as one web archive; each original once, however many articles were read from it.
final class WARCSink: ExportSink {
    private let originals: OriginalReader
    private let output: OutputFile
    private let writer = WARCWriter(software: "wiredesk/\(Wiredesk.version)")
    private var written = NumberSet()
    private var isOpen = false
    private var missing = 0
    private(set) var count = 0
    private(set) var failure: ExitStatus?

    init(_ originals: OriginalReader, _ output: OutputFile) {
        self.originals = originals
        self.output = output
    }

    var notes: [String] {
        missing == 0
            ? [] : ["\(missing) articles have no kept original and are not in the web archive; --as jsonl has them"]
    }

    func take(_ version: FiledVersion) throws {
        count += 1
        guard let number = version.original, let sha256 = version.delivery.sha256, version.delivery.original != nil
        else {
            missing += 1
            return
        }
        guard written.insert(number) else { return }
        // Looked at first: what is in a stream cannot be taken back.
        do {
            try originals.verify(sha256)
        } catch {
            StandardError.line("wiredesk: left out: \(error)")
            failure = .inputOutput
            return
        }
        if !isOpen {
            isOpen = true
            try output.write { $0 += writer.opening(at: Int64(Date().timeIntervalSince1970 * 1000)) }
        }
        let original = ExportedOriginal(of: version.exported, sha256: sha256, size: version.delivery.size)
        try output.write { $0 += writer.head(of: original) }
        try output.stream { descriptor in try originals.read(sha256, into: descriptor) }
        try output.write { $0 += writer.tail(of: original) }
    }

    func finish() throws {
        guard isOpen else {
            // Articles matched, and none of them could be taken out.
            failure = failure ?? .negative
            return
        }
        try output.finish()
    }
}
