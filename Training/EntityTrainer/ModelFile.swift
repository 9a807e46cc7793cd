import Analysis

/// The bytes of a model, as `EntityModel` reads them.
enum ModelFile {
    static func bytes(of model: EntityModel) -> [UInt8] {
        var bytes = EntityModel.signature
        func append<Number: FixedWidthInteger>(_ value: Number) {
            withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
        }
        // Pairs that may not be are no numbers to be kept.
        var largest: Float = 0.01
        for row in model.pairs {
            for tag in 0..<EntityTag.count where row[tag] > -1_000 { largest = max(largest, abs(row[tag])) }
        }
        let scale = largest / 127
        append(UInt32(model.gazetteer.places))
        append(UInt32(model.weights.buckets))
        append(model.scale.bitPattern)
        append(scale.bitPattern)
        for row in model.pairs {
            for tag in 0..<16 {
                let value = tag < EntityTag.count && row[tag] > -1_000 ? (row[tag] / scale).rounded() : 0
                bytes.append(UInt8(bitPattern: Int8(value)))
            }
        }
        for point in model.calibration { append(point.bitPattern) }
        let table = model.gazetteer.table
        for check in table.checks { append(check) }
        bytes += table.values
        for set in table.sets { append(set) }
        for check in model.weights.checks { append(check) }
        for weights in model.weights.weights { append(weights) }
        return bytes
    }
}
