/// A format whose files are zip archives with certain members, such as WACZ.
protocol ZipPackageFormat: Sendable {
    /// Whether the archive is of this format, by the names of its members.
    static func recognises(_ directory: ZipDirectory) throws -> Bool
    /// Reads the archive and hands what it holds to the context.
    static func read(_ directory: ZipDirectory, in context: ReadingContext) throws
}
