import CUchardet

/// Guesses a charset from the bytes alone, by libuchardet (freedesktop.org/wiki/Software/uchardet).
package enum CharsetDetector {
    /// The charset that the statistics of the sample point to; nil when they point to none.
    package static func detect(_ sample: UnsafeBufferPointer<UInt8>) -> CharsetLabel? {
        guard let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        let failed = sample.withMemoryRebound(to: CChar.self) { text in
            uchardet_handle_data(detector, text.baseAddress, text.count)
        }
        guard failed == 0 else { return nil }
        uchardet_data_end(detector)
        guard let name = uchardet_get_charset(detector) else { return nil }
        let label = String(cString: name)
        return label.isEmpty ? nil : CharsetLabel(label)
    }
}
