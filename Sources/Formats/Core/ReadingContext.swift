import Bytes
import Markup
import NewsModel

/// What the reader of one format is given beside its bytes, and where what it reads goes.
///
/// A container hands its members back to the context (`member`), which tells their format and reads them within the same
/// budget; a member that cannot be read is a member error, and the container goes on.
struct ReadingContext {
    /// What is known of the bytes: their name, media type, address.
    var hint: ReadingHint
    /// The bounds of the reading.
    let limits: ReadingLimits
    /// The formats that are read.
    let formats: FormatTable
    /// True to tell why a page was read as it was.
    let explains: Bool
    /// True where a person says that what looks like no article is one.
    let isAccepted: Bool
    /// Converts documents, such as PDF files; nil to refuse them.
    private let converter: DocumentConverter?
    /// How many containers are around; 0 for the file itself.
    private(set) var depth = 0
    /// The way from the file to these bytes, such as `2021/a.warc.gz!#17`; nil for the file itself.
    private(set) var path: String?
    /// What the containers of the file share.
    let budget: ReadingBudget
    /// Takes each event in order.
    private(set) var emit: (ReadingEvent) throws -> Void

    init(
        hint: ReadingHint, limits: ReadingLimits, formats: FormatTable = .standard, explains: Bool,
        isAccepted: Bool = false, fileBytes: Int,
        converter: DocumentConverter? = nil, emit: @escaping (ReadingEvent) throws -> Void
    ) {
        self.hint = hint
        self.limits = limits
        self.formats = formats
        self.explains = explains
        self.isAccepted = isAccepted
        self.converter = converter
        self.emit = emit
        budget = ReadingBudget(limits, fileBytes: fileBytes)
    }

    // MARK: Articles

    /// Hands out an article that is all these bytes are.
    ///
    /// - Parameter isFinished: true for an article that a desk has finished before: nothing is inferred from its text.
    /// - Throws: `ReadingFailure` when it holds no text; whatever the receiver throws.
    func article(_ article: Article, isFinished: Bool = false) throws {
        try handOut(finished(article, isFinished))
    }

    /// Hands out one article of several, such as an entry of a feed; one without text is a member error.
    ///
    /// - Parameters:
    ///   - member: its place within these bytes, unique among them: a name, or a number such as `#17`.
    ///   - isFinished: true for an article that a desk has finished before: nothing is inferred from its text.
    /// - Throws: `.limitExceeded` for too many members; whatever the receiver throws.
    func article(_ article: Article, member: String, isFinished: Bool = false) throws {
        try budget.countMember()
        let path = self.path(to: member)
        var finished: Article
        do throws(ReadingFailure) { finished = try self.finished(article, isFinished) } catch {
            return try failed(error, path: path)
        }
        finished.memberPath = path
        try handOut(finished)
    }

    /// Notes a member that cannot be read.
    ///
    /// - Throws: the failure itself when it is one of the whole file's limits; whatever the receiver throws.
    func memberFailed(_ failure: ReadingFailure, member: String) throws {
        try failed(failure, path: path(to: member))
    }

    // MARK: Members

    /// Reads a member whose bytes are at hand.
    ///
    /// - Parameters:
    ///   - name: its place within these bytes, unique among them: a name, or a number such as `#17`.
    ///   - hint: what is known of it.
    /// - Throws: `.limitExceeded` for too many members or containers within one another; whatever the receiver throws.
    func member(_ name: String, _ bytes: UnsafeBufferPointer<UInt8>, hint: ReadingHint) throws {
        try inMember(name, hint: hint) { context in
            guard !bytes.isEmpty else { throw ReadingFailure(.empty, "The member is empty: it has no bytes.") }
            try context.read(bytes)
        }
    }

    /// Reads a member that comes as a stream, without holding it in memory where its format allows that.
    ///
    /// - Throws: as the other `member`, and what the stream throws other than `ReadingFailure`.
    func member(_ name: String, _ input: ByteInput, hint: ReadingHint) throws {
        try inMember(name, hint: hint) { try $0.read(input) }
    }

    /// The same context, with every event shown to `observe` before it is handed on.
    func observing(_ observe: @escaping (ReadingEvent) -> Void) -> ReadingContext {
        var observed = self
        observed.emit = { [emit] event in
            observe(event)
            try emit(event)
        }
        return observed
    }

    /// Reads a member that the container reads itself, such as a message of a mailbox.
    ///
    /// - Throws: as the other `member`.
    func member(_ name: String, hint: ReadingHint, read: (ReadingContext) throws -> Void) throws {
        try inMember(name, hint: hint, read)
    }

    /// Reads what is packed in these bytes and nothing else, such as the file within `x.gz`: it stands at the same path.
    ///
    /// - Throws: `ReadingFailure`; whatever the receiver or the stream throws.
    func content(_ input: ByteInput, hint: ReadingHint) throws {
        var inner = self
        inner.hint = hint
        inner.depth += 1
        try inner.checkDepth()
        try inner.read(input)
    }

    /// Passes over a member that is no article and was never meant to be one, such as a picture.
    ///
    /// - Throws: `.limitExceeded` for too many members.
    func passOver() throws {
        try budget.countMember()
        budget.passedOver += 1
    }

    /// Reads a container's members and sees to it that one with nothing to read in it is told from an empty success.
    ///
    /// - Throws: `.noText` when neither an article nor a failed member came out of it; what `body` throws.
    func asContainer(of what: String, _ body: () throws -> Void) throws {
        let (articles, failures, passedOver) = (budget.articles, budget.failedMembers, budget.passedOver)
        try body()
        guard budget.articles == articles, budget.failedMembers == failures else { return }
        let passed = budget.passedOver - passedOver
        throw ReadingFailure(
            .noText,
            passed == 0
                ? "There is no \(what) in it."
                : "None of its \(passed) \(what)s holds an article: they are pictures, styles, scripts or the like.")
    }

    // MARK: Telling formats

    /// Reads bytes at hand by their format.
    func read(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        let format = try formats.format(
            of: FormatSample(bytes, ending: hint.ending), isWhole: bytes.count <= ReadingLimits.sniffedBytes)
        try begin(format)
        try EntityDeclarations.check(fileBeginningWith: bytes)
        try format.read(bytes, in: self)
    }

    /// Reads an input by its format: in passing where that can be, else as a whole within `maximumBytes`.
    func read(_ input: ByteInput) throws {
        try input.peek(ReadingLimits.sniffedBytes)
        guard !input.buffered.isEmpty else { throw ReadingFailure(.empty, "It is empty: it has no bytes.") }
        let isWhole = input.buffered.count < ReadingLimits.sniffedBytes
        let format = try formats.format(of: FormatSample(input.buffered, ending: hint.ending), isWhole: isWhole)
        try begin(format)
        try EntityDeclarations.check(fileBeginningWith: input.buffered)
        try format.read(input, in: self)
    }

    /// Whether these bytes are the file itself and no member of it.
    var isWholeFile: Bool { depth == 0 }

    /// Has a document of a format converted, and reads what comes of it.
    ///
    /// - Throws: `.unknownFormat` where nobody converts documents; what the converter and `read` throw.
    func converted(
        _ document: ConvertibleDocument, of format: Format, _ read: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        guard let converter else {
            throw ReadingFailure(
                .unknownFormat,
                "The file is a \(format.name.uppercased()) document, which is read only after a conversion. Drop it by itself, and it is read."
            )
        }
        try converter(document, read)
    }

    private func begin(_ format: Format) throws {
        if depth == 0 { try emit(.begin(format: format.name)) }
    }

    private func inMember(_ name: String, hint: ReadingHint, _ body: (ReadingContext) throws -> Void) throws {
        try budget.countMember()
        var inner = self
        inner.hint = hint
        inner.depth += 1
        inner.path = path(to: name)
        do {
            try inner.checkDepth()
            try body(inner)
        } catch let failure as ReadingFailure {
            // What the whole file may use is used up: nothing of it is read any more.
            if budget.isUsedUp { throw failure }
            try failed(failure, path: inner.path ?? name)
        }
    }

    private func checkDepth() throws(ReadingFailure) {
        guard depth <= limits.maximumDepth else {
            throw ReadingFailure(
                .limitExceeded, "It stands in more than \(limits.maximumDepth) containers within one another.")
        }
    }

    private func handOut(_ article: Article) throws {
        budget.countArticle()
        try emit(.article(article))
    }

    private func path(to member: String) -> String { path.map { $0 + "!" + member } ?? member }

    private func failed(_ failure: ReadingFailure, path: String) throws {
        guard budget.countFailedMember() else { return }
        try emit(.memberError(MemberError(path: path, code: failure.code, message: failure.message)))
    }

    /// The article with what all formats share, and what the hint knows better than the bytes.
    private func finished(_ article: Article, _ isFinished: Bool) throws(ReadingFailure) -> Article {
        var article = article
        if let carrier = hint.carrier { article.format = carrier.name }
        article.memberPath = path
        // What is known of the file is not said of an article that came from elsewhere.
        if isFinished { return try ArticleFinisher.restored(article) }
        article.url = article.url ?? hint.url
        article.retrieved = article.retrieved ?? hint.retrieved
        return try ArticleFinisher.finished(article)
    }
}
