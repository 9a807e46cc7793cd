import NewsModel

/// What all containers within one file may use together, so that no nesting multiplies it.
///
/// Belongs to the one reading it was made for.
package final class ReadingBudget {
    /// Members met so far, in all containers.
    package private(set) var members = 0
    /// Bytes that came out of compressed members so far.
    private(set) var unpackedBytes = 0
    /// True when the file as a whole is not to be read further.
    package private(set) var isUsedUp = false
    /// Articles that were handed out so far.
    package private(set) var articles = 0
    /// Members that could not be read so far, those that are not listed any more included.
    package private(set) var failedMembers = 0
    /// Members that were passed over: pictures, styles and the like.
    package var passedOver = 0
    private let limits: ReadingLimits
    private let mostUnpackedBytes: Int

    /// - Parameter fileBytes: the size of the file, which bounds what may come out of it.
    package init(_ limits: ReadingLimits, fileBytes: Int) {
        self.limits = limits
        let byRatio = fileBytes.multipliedReportingOverflow(by: limits.maximumRatio)
        mostUnpackedBytes = min(
            limits.maximumUnpackedBytes,
            byRatio.overflow ? .max : max(ReadingLimits.unpackedFreeBytes, byRatio.partialValue))
    }

    /// Counts an article that is handed out.
    package func countArticle() { articles += 1 }

    /// Counts a member that cannot be read; false when so many are listed that this one is not.
    package func countFailedMember() -> Bool {
        failedMembers += 1
        return failedMembers <= limits.maximumListedFailures
    }

    /// Failed members that were not listed.
    package var unlistedFailures: Int { max(0, failedMembers - limits.maximumListedFailures) }

    /// Counts one more member.
    ///
    /// - Throws: `.limitExceeded`, which ends the whole file.
    package func countMember() throws(ReadingFailure) {
        members += 1
        guard members <= limits.maximumMembers else {
            isUsedUp = true
            throw ReadingFailure(.limitExceeded, "The file holds more than \(limits.maximumMembers) members.")
        }
    }

    /// Counts bytes that were unpacked out of `packedBytes` bytes consumed so far of the same compressed stream.
    ///
    /// - Parameters:
    ///   - count: bytes that came out just now.
    ///   - total: bytes that came out of this stream so far, these included.
    ///   - packedBytes: bytes that went into this stream so far.
    /// - Throws: `.limitExceeded` when the ratio or the sum is beyond what text can be packed to.
    func countUnpacked(_ count: Int, total: Int, from packedBytes: Int) throws(ReadingFailure) {
        unpackedBytes += count
        guard unpackedBytes <= mostUnpackedBytes else {
            isUsedUp = true
            throw ReadingFailure(
                .limitExceeded,
                "The file unpacks to more than \(mostUnpackedBytes) bytes; it is not read further.")
        }
        guard total <= ReadingLimits.ratioFreeBytes || total / max(1, packedBytes) <= limits.maximumRatio else {
            throw ReadingFailure(
                .limitExceeded,
                "The file is packed more than \(limits.maximumRatio) times, as only decompression bombs are.")
        }
    }
}
