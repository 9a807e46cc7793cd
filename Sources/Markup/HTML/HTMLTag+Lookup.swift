import Bytes

extension HTMLTag {
    private static let names = NameTable(
        allCases.filter { $0.rawValue > HTMLTag.unknown.rawValue }.map {
            (Array("\($0)".lowercased().utf8), $0.rawValue)
        })

    /// The element of that name in any case, or `.unknown`.
    package static func named(_ name: UnsafeBufferPointer<UInt8>) -> HTMLTag {
        names.value(of: name).flatMap(HTMLTag.init(rawValue:)) ?? .unknown
    }
}

extension HTMLAttributeName {
    private static let names = NameTable(
        allCases.dropFirst().map { (Array("\($0.spelling)".utf8), $0.rawValue) })

    /// The attribute of that name in any case, or `.unknown`.
    package static func named(_ name: UnsafeBufferPointer<UInt8>) -> HTMLAttributeName {
        names.value(of: name).flatMap(HTMLAttributeName.init(rawValue:)) ?? .unknown
    }
}
