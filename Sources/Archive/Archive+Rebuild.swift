import ArticleQuery

extension Archive {
    /// Opens an empty archive that is to take the place of the one in a state folder, with the same originals.
    ///
    /// - Throws: `ArchiveError`.
    public static func openForRebuild(state path: String) throws(ArchiveError) -> Archive {
        let state = StateFolder(path)
        try state.finishExchange()
        try state.removeUnfinishedRebuild()
        return try open(state: state.rebuilding)
    }
}
