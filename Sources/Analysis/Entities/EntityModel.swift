import CEntityModel

/// What the tagger has learned: weights of hashed features and of pairs of tags, the gazetteer and the calibration.
///
/// The file: eight bytes that name the form, then little-endian: the scale of the weights and of the pairs (two Float),
/// the pairs (9 × 16 Int8, rows are the previous tag), the calibration (17 Float), the gazetteer (32,768 UInt32), the
/// weights (98,304 rows of 9 Int8) and seven bytes of rest. It is written by the trainer (`make model`).
package struct EntityModel: Sendable {
    /// Rows of the table of weights. With the gazetteer the file stays below one mebibyte.
    package static let rows = 98_304
    /// The first bytes of a model file.
    package static let signature: [UInt8] = Array("WDNAMES1".utf8)
    /// Points of the calibration, from 0 to 1.
    package static let calibrationPoints = 17

    /// Rows of nine weights each, padded at the end so that 16 may be read of each row.
    package let weights: [Int8]
    /// What one step of a weight is worth.
    package let scale: Float
    /// Weights of a tag after a previous one.
    package let pairs: [SIMD16<Float>]
    /// The share of right names by the tagger's own probability, at equal steps from 0 to 1.
    package let calibration: [Float]
    /// Names known beforehand.
    package let gazetteer: EntityGazetteer

    /// A model of its parts.
    package init(
        weights: [Int8], scale: Float, pairs: [SIMD16<Float>], calibration: [Float], gazetteer: EntityGazetteer
    ) {
        self.weights = weights
        self.scale = scale
        self.pairs = pairs
        self.calibration = calibration
        self.gazetteer = gazetteer
    }

    /// The model that is linked into the program; nil if its bytes are not a model, which the tests rule out.
    package static let shipped: EntityModel? = {
        let count = wd_entity_model_size()
        return EntityModel(bytes: UnsafeRawBufferPointer(start: wd_entity_model(), count: count))
    }()

    /// The model of a file's bytes; nil for bytes of another form or size.
    package init?(bytes: UnsafeRawBufferPointer) {
        let pairBytes = EntityTag.count * 16
        let expected =
            8 + 8 + pairBytes + Self.calibrationPoints * 4 + EntityGazetteer.places * 4 + Self.rows * EntityTag.count
            + 7
        guard bytes.count == expected, bytes.prefix(8).elementsEqual(Self.signature) else { return nil }
        var at = 8
        func float() -> Float {
            defer { at += 4 }
            return Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
        }
        scale = float()
        let pairScale = float()
        pairs = (0..<EntityTag.count).map { previous in
            var row = SIMD16<Float>.zero
            for tag in 0..<16 { row[tag] = Float(Int8(bitPattern: bytes[16 + previous * 16 + tag])) * pairScale }
            return EntityModel.limited(row, after: previous)
        }
        at += pairBytes
        calibration = (0..<Self.calibrationPoints).map { _ in float() }
        // Copied as they are: each reader loads them once more, and Debian's amd64 is little-endian.
        gazetteer = EntityGazetteer(table: Self.copied(bytes, from: at, count: EntityGazetteer.places))
        at += EntityGazetteer.places * 4
        weights = Self.copied(bytes, from: at, count: bytes.count - at)
    }

    private static func copied<Number: FixedWidthInteger>(
        _ bytes: UnsafeRawBufferPointer, from start: Int, count: Int
    ) -> [Number] {
        [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: bytes[start..<start + count * MemoryLayout<Number>.size]))
            initialized = count
        }
    }

    /// A row of pairs in which tags that may not follow have no chance.
    package static func limited(_ row: SIMD16<Float>, after previous: Int) -> SIMD16<Float> {
        var row = row
        for tag in 0..<16 where tag >= EntityTag.count || !EntityTag.mayFollow(tag, previous) { row[tag] = -10_000 }
        return row
    }

    /// The row of a feature's hash.
    @inline(__always)
    package static func row(of hash: UInt32) -> Int { Int((UInt64(hash) &* UInt64(rows)) >> 32) }
}
