import Intake
import LinuxSystem
import NewsModel

/// How the bytes of a file are taken out of an inbox: by `FileCapture`, or by a simulation of file systems that fail.
protocol FileCapturing: Sendable {
    /// Takes the bytes of a file; `FileCapture.capture` tells what the parameters mean.
    ///
    /// - Throws: `CaptureFailure`.
    func capture(
        _ path: FileName, in root: any OpenFolder, expecting expected: FileIdentity?, evenIfOpen: Bool,
        within limit: WorkLimit
    ) throws(CaptureFailure) -> SealedCopy
}

extension FileCapture: FileCapturing {}
