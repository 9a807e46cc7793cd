import Archive
import ArticleQuery
import ProgramOptions

/// Which desk a command is about.
typealias StateOptions = ProgramOptions.StateOptions

extension StateOptions {
    /// The archive that is asked, open for reading, whether or not the desk runs.
    func openArchive() throws -> any ArticleArchive { try ArchiveReader.open(state: resolve().state) }

    /// The kept originals of that archive.
    func originals() throws -> OriginalReader { OriginalReader(state: StateFolder(try resolve().state)) }
}
