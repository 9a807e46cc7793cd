import Synchronization

/// A secret that opens once.
final class OpeningKey: Sendable {
    /// The secret.
    let text = SecretText.make()
    private let isUsed = Mutex(false)

    /// Whether a text is the secret, which was not used before.
    func opens(_ given: String) -> Bool {
        guard SecretText.equal(given, text) else { return false }
        return isUsed.withLock { isUsed in
            defer { isUsed = true }
            return !isUsed
        }
    }
}
