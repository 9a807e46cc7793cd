@testable import ReaderProtocol

/// Any bytes as the answer of a reader process, in portions.
///
/// The first byte is the size of a portion. A greeting is put before them, so that the decoder gets beyond it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count > 0, let start else { return 0 }
    let portion = Int(start[0]) + 1
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    var decoder = FrameDecoder()
    let hello = ReaderMessage.hello(streamVersion: StreamLimits.version, readerVersion: 1, missingConfinement: 0).frame(
        request: 0)
    do throws(StreamError) {
        hello.withUnsafeBytes { decoder.append($0) }
        _ = try decoder.next()
        // The corpus is written for request 1.
        try decoder.expectAnswer(to: 1, explained: true)
        var position = 0
        while position < bytes.count {
            let end = min(position + portion, bytes.count)
            bytes[position..<end].withUnsafeBytes { decoder.append($0) }
            position = end
            while let message = try decoder.next() {
                // What was understood must say the same again.
                var second = FrameDecoder()
                hello.withUnsafeBytes { second.append($0) }
                _ = try second.next()
                try second.expectAnswer(to: 1, explained: true)
                if case .begin = message {
                } else {
                    ReaderMessage.begin(format: "x").frame(request: 1).withUnsafeBytes { second.append($0) }
                    _ = try second.next()
                }
                if case .end = message { continue }
                message.frame(request: 1).withUnsafeBytes { second.append($0) }
                let again = try? second.next()
                precondition(again == message, "a message survives the stream")
                if decoder.isFinished { return 0 }
            }
        }
    } catch {
        return 0
    }
    return 0
}
