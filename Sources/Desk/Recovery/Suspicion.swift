import Archive

/// The files during whose reading the daemon has died before, with their strikes; known from the start of a run.
final class Suspects: Sendable {
    private let files: [AttemptedFile: Int]

    init(_ files: [AttemptedFile: Int]) { self.files = files }

    func strikes(_ file: AttemptedFile) -> Int { files[file] ?? 0 }
}

/// How sure the desk is that a file takes the daemon down, in strikes that are kept in the archive.
///
/// A daemon also dies of reasons that are no file's fault (SIGKILL by an administrator, a power cut), while a file was being
/// read by chance. So a death with a fatal signal in the file's own lane counts as proof, and a file is given up after two of
/// them. A death without a word only makes the files that were being read suspects, which are from then on read with no other
/// file beside them; only further deaths during such lonely reading count, and it takes three. A death that is known to have come
/// from outside never counts: suspects are met first at each start, so that a few kills soon after the start would give up a
/// good file.
enum Suspicion {
    /// Strikes of a death by a fatal signal in the lane that read the file.
    static let provenDeath = 2
    /// Strikes of an unexplained death while the file was read alone.
    static let lonelyDeath = 1
    /// Strikes of an unexplained death while other files were read too; this much only once.
    static let companyDeath = 1
    /// Strikes at which a file is rejected as `poison`.
    static let poison = 4

    /// The strikes of a file after a death of the daemon during its attempt.
    ///
    /// - Parameter wasKilled: whether the daemon was ended from outside, for no reason of its own.
    static func strikes(before: Int, signal: UInt8, wasAlone: Bool, wasKilled: Bool) -> Int {
        if signal != 0 { return before + provenDeath }
        if wasAlone, !wasKilled, before > 0 { return before + lonelyDeath }
        return max(before, companyDeath)
    }
}
