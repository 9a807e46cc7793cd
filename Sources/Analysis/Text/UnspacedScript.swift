/// Scripts that put no spaces between words: Han, Kana, Thai, Lao, Burmese, Khmer (blocks of Unicode 15).
enum UnspacedScript {
    @inline(__always)
    static func contains(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x0E00 { return false }
        switch value {
        case 0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x0E80...0x0EFF, 0x1000...0x109F, 0x1780...0x17D3: return true
        case 0x3005...0x3007, 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: return true
        case 0xF900...0xFAFF, 0x20000...0x323AF: return true
        default: return false
        }
    }
}
