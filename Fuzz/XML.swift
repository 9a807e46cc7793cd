import NewsModel

@testable import Bytes
@testable import Formats
@testable import Markup

/// XML as events and as trees. Whatever comes, elements open and close in pairs, and a tree holds what the events told.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count > 0, let start else { return 0 }
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let reader = XMLReader(ByteInput(BytesInMemory(bytes)))
    var depth = 0
    do {
        while let event = try reader.next() {
            switch event {
            case .open: depth += 1
            case .close: depth -= 1
            case .text: continue
            }
            precondition(depth >= 0 && depth == reader.open.count, "elements open and close in pairs")
        }
        precondition(depth == 0, "what was opened is closed at the end")
    } catch {
        return 0
    }
    if let root = try? XMLElement.document(bytes) {
        precondition(root.descendants.reduce(0) { count, _ in count + 1 } <= reader.limits.nodes)
        _ = WireMarkup.html(of: root)
    }
    _ = XMLRoot(Array(bytes).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
    return 0
}
