import Bytes
import NewsModel

/// The code of the failure that a body throws; nil when it throws none.
package func code(_ body: () throws -> Void) -> ReasonCode? {
    do {
        try body()
        return nil
    } catch {
        return (error as? ReadingFailure)?.code
    }
}
