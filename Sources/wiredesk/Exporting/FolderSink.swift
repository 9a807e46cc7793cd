import ArticleQuery
import Export

/// Each article in a file of its own below a folder.
final class FolderSink: ExportSink {
    private var writer: any ArticleWriter
    private let folder: OutputFolder
    private let ending: String
    private let areVersions: Bool
    private(set) var count = 0

    /// - Parameters:
    ///   - ending: the ending of the files' names.
    ///   - areVersions: true when several versions of an article may come.
    init(_ writer: any ArticleWriter, _ folder: OutputFolder, ending: String, areVersions: Bool) {
        self.writer = writer
        self.folder = folder
        self.ending = ending
        self.areVersions = areVersions
    }

    func take(_ version: FiledVersion) throws {
        let item = version.exported
        var bytes: [UInt8] = []
        writer.append(item, to: &bytes)
        try folder.write(bytes, to: ArticleFileName.path(for: item, isOneOfVersions: areVersions, ending: ending))
        count += 1
    }

    func finish() throws { try folder.finish() }
}
