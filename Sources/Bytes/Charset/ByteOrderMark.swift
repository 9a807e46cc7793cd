/// The mark that opens a Unicode text and tells its form (The Unicode Standard, section 23.8).
package struct ByteOrderMark {
    /// Which of two bytes comes first.
    package enum Order: Sendable {
        case littleEndian
        case bigEndian
    }

    /// The encoding form that a mark announces.
    package enum Form: Sendable {
        case utf8
        case utf16(Order)
        case utf32(Order)
    }

    /// What follows the mark.
    package let form: Form
    /// The bytes of the mark.
    package let length: Int

    /// The mark at the start of the bytes; nil where there is none.
    package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = Array(bytes.prefix(4))
        if start.starts(with: [0xEF, 0xBB, 0xBF]) {
            (form, length) = (.utf8, 3)
        } else if start == [0xFF, 0xFE, 0, 0] {
            (form, length) = (.utf32(.littleEndian), 4)
        } else if start == [0, 0, 0xFE, 0xFF] {
            (form, length) = (.utf32(.bigEndian), 4)
        } else if start.starts(with: [0xFF, 0xFE]) {
            (form, length) = (.utf16(.littleEndian), 2)
        } else if start.starts(with: [0xFE, 0xFF]) {
            (form, length) = (.utf16(.bigEndian), 2)
        } else {
            return nil
        }
    }
}
