import NewsModel

/// Tells the questions of an interview from its answers: paragraphs wholly in bold that end with a question mark, each with an
/// answer in plain type behind it.
struct InterviewQuestions {
    /// Fewer bold questions are emphasis.
    private static let fewest = 3

    private let blocks: [PageBlock]
    private let questions: Set<Int>

    /// - Parameter blocks: the blocks of a body in order.
    init(_ blocks: [PageBlock]) {
        self.blocks = blocks
        let asked = blocks.indices.dropLast().filter { place in
            Self.asks(blocks[place]) && blocks[place + 1].kind == .paragraph && blocks[place + 1].bold == 0
        }
        questions = asked.count >= Self.fewest ? Set(asked) : []
    }

    /// What a block of the body is.
    func kind(at place: Int) -> Paragraph.Kind { questions.contains(place) ? .question : blocks[place].kind }

    private static func asks(_ block: PageBlock) -> Bool {
        block.kind == .paragraph && block.last == UInt8(ascii: "?") && block.letters > 0 && block.bold == block.letters
    }
}
