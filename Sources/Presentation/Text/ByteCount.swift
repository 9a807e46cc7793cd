/// Numbers of bytes for people.
package enum ByteCount {
    /// Such as `12.3 MiB`.
    package static func text(_ bytes: Int64) -> String {
        var value = Double(bytes)
        var units = ["B", "KiB", "MiB", "GiB", "TiB"][...]
        while value >= 1024, units.count > 1 {
            value /= 1024
            units.removeFirst()
        }
        let rounded = value < 10 && units.first != "B" ? (value * 10).rounded() / 10 : value.rounded()
        return (rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)") + " " + (units.first ?? "B")
    }
}
