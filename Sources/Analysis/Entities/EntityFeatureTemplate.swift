/// The kinds of features. Their numbers go into the hashes, so that a model knows the features of its own numbers only.
struct EntityFeatureTemplate {
    let rawValue: UInt64

    private init(_ number: UInt64) { rawValue = number }

    // The word and its neighbours.
    static let written = EntityFeatureTemplate(1)
    static let word = EntityFeatureTemplate(2)
    static let folded = EntityFeatureTemplate(3)
    static let before = EntityFeatureTemplate(4)
    static let after = EntityFeatureTemplate(5)
    static let secondBefore = EntityFeatureTemplate(6)
    static let secondAfter = EntityFeatureTemplate(7)
    static let beforeAndFolded = EntityFeatureTemplate(8)
    static let foldedAndAfter = EntityFeatureTemplate(9)
    static let twoBefore = EntityFeatureTemplate(10)
    static let twoAfter = EntityFeatureTemplate(11)
    // Shapes and affixes.
    static let shape = EntityFeatureTemplate(12)
    static let shapeBeforeAndShape = EntityFeatureTemplate(13)
    static let shapeAndShapeAfter = EntityFeatureTemplate(14)
    static let threeShapes = EntityFeatureTemplate(15)
    static let beforeAndWritten = EntityFeatureTemplate(16)
    static let afterAndWritten = EntityFeatureTemplate(17)
    static let suffixBefore = EntityFeatureTemplate(28)
    static let suffixAfter = EntityFeatureTemplate(29)
    // Gazetteers.
    static let listsAndWritten = EntityFeatureTemplate(30)
    static let listsBeforeAndLists = EntityFeatureTemplate(31)
    static let listsAndListsAfter = EntityFeatureTemplate(32)
    static let joiningWord = EntityFeatureTemplate(33)
    static let oneList = EntityFeatureTemplate(34)
    // The run of capitalised words around the token.
    static let listsOfRun = EntityFeatureTemplate(39)
    static let placeInRun = EntityFeatureTemplate(40)
    static let beforeRun = EntityFeatureTemplate(41)
    static let afterRun = EntityFeatureTemplate(42)
    static let lastOfRun = EntityFeatureTemplate(43)
    static let firstOfRun = EntityFeatureTemplate(44)
    static let twoBeforeRun = EntityFeatureTemplate(45)
    static let suffixOfRun = EntityFeatureTemplate(46)
    static let beforeRunAndLength = EntityFeatureTemplate(47)
    static let goesOnBehind = EntityFeatureTemplate(48)
    static let goesOnFrom = EntityFeatureTemplate(49)
    static let inBrackets = EntityFeatureTemplate(50)
    // The rest of the document.
    static let unusedElsewhere = EntityFeatureTemplate(51)
    static let use = EntityFeatureTemplate(52)
    static let beforeElsewhere = EntityFeatureTemplate(53)
    static let afterElsewhere = EntityFeatureTemplate(54)
    static let listsBeforeElsewhere = EntityFeatureTemplate(55)
    // Classes of words.
    static let wordClass = EntityFeatureTemplate(60)
    static let classBefore = EntityFeatureTemplate(61)
    static let classAfter = EntityFeatureTemplate(62)
    static let classBeforeAndClass = EntityFeatureTemplate(63)
    static let classAfterAndClass = EntityFeatureTemplate(64)
    static let twoClassesBefore = EntityFeatureTemplate(65)
    static let twoClassesAfter = EntityFeatureTemplate(66)
    static let classBeforeRun = EntityFeatureTemplate(67)
    static let classAfterRun = EntityFeatureTemplate(68)
    static let classesAroundRun = EntityFeatureTemplate(69)

    /// The first and the last one to four letters.
    static func prefix(_ letters: Int) -> EntityFeatureTemplate { EntityFeatureTemplate(19 + UInt64(letters)) }
    static func suffix(_ letters: Int) -> EntityFeatureTemplate { EntityFeatureTemplate(23 + UInt64(letters)) }
}
