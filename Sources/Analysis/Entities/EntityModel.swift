import CEntityModel

/// What the tagger has learned: weights of hashed features and of pairs of tags, the gazetteer and the calibration.
///
/// The file: eight bytes that name the form, then little-endian: the scale of the weights and of the pairs (two Float),
/// the pairs (9 × 16 Int8, rows are the previous tag), the calibration (17 Float), the gazetteer (168,000 UInt16, as many
/// bytes, and 256 UInt16) and the weights of features (11,300 buckets: eight UInt16 that tell features apart, and behind
/// those of all buckets eight UInt32). It is written by the trainer (`make model`).
package struct EntityModel: Sendable {
    /// The first bytes of a model file.
    package static let signature: [UInt8] = Array("WDNAMES2".utf8)
    /// Points of the calibration, from 0 to 1.
    package static let calibrationPoints = 17

    private static let pairBytes = EntityTag.count * 16
    private static let slots = WeightTable.buckets * WeightTable.slots
    /// The bytes of a model file.
    package static let size =
        8 + 8 + pairBytes + calibrationPoints * 4 + EntityGazetteer.places * 3 + EntityGazetteer.mostSets * 2
        + slots * 6

    /// What features are worth.
    package let weights: WeightTable
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
        weights: WeightTable, scale: Float, pairs: [SIMD16<Float>], calibration: [Float], gazetteer: EntityGazetteer
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
        guard bytes.count == Self.size, bytes.prefix(8).elementsEqual(Self.signature) else { return nil }
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
        at += Self.pairBytes
        calibration = (0..<Self.calibrationPoints).map { _ in float() }
        // Copied as they are: each reader loads them once more, and Debian's amd64 is little-endian.
        let checks: [UInt16] = Self.copied(bytes, from: at, count: EntityGazetteer.places)
        at += EntityGazetteer.places * 2
        let values: [UInt8] = Self.copied(bytes, from: at, count: EntityGazetteer.places)
        at += EntityGazetteer.places
        let sets: [UInt16] = Self.copied(bytes, from: at, count: EntityGazetteer.mostSets)
        at += EntityGazetteer.mostSets * 2
        gazetteer = EntityGazetteer(checks: checks, values: values, sets: sets)
        weights = WeightTable(
            checks: Self.copied(bytes, from: at, count: Self.slots),
            weights: Self.copied(bytes, from: at + Self.slots * 2, count: Self.slots))
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
}
