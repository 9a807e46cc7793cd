import CEntityModel

/// What the tagger has learned: weights of hashed features and of pairs of tags, the gazetteer and the calibration.
///
/// The file: eight bytes that name the form, then little-endian: the places of the gazetteer and the buckets of the weights (two UInt32),
/// the scale of the weights and of the pairs (two Float), the pairs (9 × 16 Int8, rows are the previous tag), the calibration (17 Float),
/// the gazetteer (a UInt16 a place, a byte a place, and 256 UInt16) and the weights of features (eight UInt16 a bucket that tell features
/// apart, and behind those of all buckets eight UInt32). It is written by the trainer (`make model`).
package struct EntityModel: Sendable {
    /// The first bytes of a model file.
    package static let signature: [UInt8] = Array("WDNAMES3".utf8)
    /// Points of the calibration, from 0 to 1.
    package static let calibrationPoints = 17

    private static let pairBytes = EntityTag.count * 16
    /// Bytes before the pairs: the form, two counts and two scales.
    private static let headBytes = 24

    /// The bytes of a model file.
    package static func size(places: Int, buckets: Int) -> Int {
        headBytes + pairBytes + calibrationPoints * 4 + places * 3 + EntityGazetteer.mostSets * 2
            + buckets * WeightTable.slots * 6
    }

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

    /// The model for English that is linked into the program; nil if its bytes are not a model, which the tests rule out.
    package static let english: EntityModel? = EntityModel(
        bytes: UnsafeRawBufferPointer(start: wd_entity_model_english(), count: wd_entity_model_english_size()))

    /// The one for the other languages, which is read when the first article in one of them comes.
    package static let otherLanguages: EntityModel? = EntityModel(
        bytes: UnsafeRawBufferPointer(start: wd_entity_model_other(), count: wd_entity_model_other_size()))

    /// The languages that `otherLanguages` has learned, as ISO 639-1 codes.
    package static let learned: Set<String> = ["de", "fr", "es", "it", "pt", "nl", "pl", "ru"]

    /// The model for a language by its ISO 639-1 code; nil where nothing was learned of it, and for an unknown one.
    package static func model(for language: String?) -> EntityModel? {
        guard let language else { return nil }
        if language == "en" { return english }
        return learned.contains(language) ? otherLanguages : nil
    }

    /// The model of a file's bytes; nil for bytes of another form or size.
    package init?(bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Self.headBytes, bytes.prefix(8).elementsEqual(Self.signature) else { return nil }
        var at = 8
        func number() -> UInt32 {
            defer { at += 4 }
            return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
        }
        let places = Int(number())
        let buckets = Int(number())
        guard bytes.count == Self.size(places: places, buckets: buckets), places > 0, buckets > 0 else { return nil }
        scale = Float(bitPattern: number())
        let pairScale = Float(bitPattern: number())
        pairs = (0..<EntityTag.count).map { previous in
            var row = SIMD16<Float>.zero
            for tag in 0..<16 {
                row[tag] = Float(Int8(bitPattern: bytes[Self.headBytes + previous * 16 + tag])) * pairScale
            }
            return EntityModel.limited(row, after: previous)
        }
        at += Self.pairBytes
        calibration = (0..<Self.calibrationPoints).map { _ in Float(bitPattern: number()) }
        // Copied as they are: each reader loads them once more, and Debian's amd64 is little-endian.
        let checks: [UInt16] = Self.copied(bytes, from: at, count: places)
        at += places * 2
        let values: [UInt8] = Self.copied(bytes, from: at, count: places)
        at += places
        let sets: [UInt16] = Self.copied(bytes, from: at, count: EntityGazetteer.mostSets)
        at += EntityGazetteer.mostSets * 2
        gazetteer = EntityGazetteer(checks: checks, values: values, sets: sets)
        let slots = buckets * WeightTable.slots
        weights = WeightTable(
            checks: Self.copied(bytes, from: at, count: slots),
            weights: Self.copied(bytes, from: at + slots * 2, count: slots))
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
