import Archive

/// The files during whose reading the daemon has died before, with their strikes; known from the start of a run.
final class Suspects: Sendable {
    private let files: [AttemptedFile: Int]

    init(_ files: [AttemptedFile: Int]) { self.files = files }

    func strikes(_ file: AttemptedFile) -> Int { files[file] ?? 0 }
}
