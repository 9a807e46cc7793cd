/// Builds a query's tree from its pieces by recursive descent, with every limit on the way.
struct QueryParser {
    /// A part of the query: something to match, or something to exclude.
    private enum Clause {
        case match(QueryNode)
        case exclude(QueryNode)

        /// The same with no word that only ranks.
        var demanded: Clause {
            switch self {
            case .match(let node): .match(node.demanded)
            case .exclude(let node): .exclude(node.demanded)
            }
        }

        /// The same, excluded; what was excluded twice matches.
        var negated: Clause {
            switch self {
            case .match(let node): .exclude(node)
            case .exclude(let node): .match(node)
            }
        }
    }

    private let lexemes: [QueryLexeme]
    private var index = 0
    private var depth = 0
    /// Opening parentheses that were ignored and whose closing ones must be too.
    private var ignoredParentheses = 0
    private var terms = 0
    private var conditions: [ArticleCondition] = []
    /// Whether an odd number of exclusions stands around the place.
    private var isNegated = false
    private var notes: [QueryNote] = []

    static func parse(_ text: String) -> SearchQuery {
        var notes: [QueryNote] = []
        let read = bounded(text, &notes)
        var parser = QueryParser(QueryLexer.read(read, operatorsAreWords: false), notes)
        var clause = parser.parseQuery()
        if clause == nil, parser.conditions.isEmpty, !parser.lexemes.isEmpty {
            parser = QueryParser(QueryLexer.read(read, operatorsAreWords: true), notes)
            clause = parser.parseQuery()
        }
        var root: QueryNode?
        var excluded: QueryNode?
        switch clause {
        case .match(let node): root = node
        case .exclude(let node) where !parser.conditions.isEmpty: excluded = node
        case .exclude: parser.note(.onlyExclusions)
        case nil: if parser.conditions.isEmpty { parser.note(.nothingToSearch) }
        }
        return SearchQuery(
            text: text, notes: parser.notes, root: root, conditions: parser.conditions, excluded: excluded)
    }

    /// The beginning of a text up to the limit, cut between two scalars.
    private static func bounded(_ text: String, _ notes: inout [QueryNote]) -> String {
        guard text.utf8.count > QueryLimits.textBytes else { return text }
        notes.append(.textCut(bytes: QueryLimits.textBytes))
        var bytes = Array(text.utf8.prefix(QueryLimits.textBytes + 1))
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
        return String(decoding: bytes, as: UTF8.self)
    }

    private init(_ lexer: QueryLexer, _ notes: [QueryNote]) {
        lexemes = lexer.lexemes
        self.notes = notes
        for each in lexer.notes { note(each) }
    }

    private mutating func note(_ note: QueryNote) {
        if !notes.contains(note) { notes.append(note) }
    }

    private var next: QueryLexeme? { index < lexemes.count ? lexemes[index] : nil }

    /// The whole query; closing parentheses without an opening one are passed over.
    private mutating func parseQuery() -> Clause? {
        var clauses: [Clause] = []
        while next != nil {
            if let clause = parseSequence([]) { clauses.append(clause) }
            if next == .close { index += 1 }
        }
        return conjunction(clauses)
    }

    /// Clauses one after another, all of which hold, up to a closing parenthesis or the end.
    private mutating func parseSequence(_ fields: Set<SearchField>) -> Clause? {
        var clauses: [Clause] = []
        while let lexeme = next {
            if lexeme == .close {
                guard ignoredParentheses > 0 else { break }
                ignoredParentheses -= 1
                index += 1
            } else if let clause = parseAlternatives(fields) {
                clauses.append(clause)
            }
        }
        return conjunction(clauses)
    }

    /// `a OR b OR c`.
    private mutating func parseAlternatives(_ fields: Set<SearchField>) -> Clause? {
        let conditionsBefore = conditions.count
        var clauses = [parseConjunction(fields)]
        while next == .or {
            index += 1
            clauses.append(parseConjunction(fields))
        }
        if clauses.count > 1, conditions.count > conditionsBefore { note(.conditionInAlternative) }
        let present = clauses.compactMap(\.self)
        noteOperator("OR", joining: clauses, conditionsBefore)
        if present.count <= 1 { return present.first }
        // What an operator joins is demanded.
        let nodes = present.map(\.demanded).compactMap { if case .match(let node) = $0 { node } else { nil } }
        if nodes.count < present.count { note(.exclusionInAlternative) }
        if let only = nodes.first, nodes.count == 1 { return .match(only) }
        return nodes.isEmpty ? nil : .match(.any(nodes))
    }

    /// `a AND b AND c`.
    private mutating func parseConjunction(_ fields: Set<SearchField>) -> Clause? {
        let conditionsBefore = conditions.count
        var clauses = [parseOperand(fields)]
        while next == .and {
            index += 1
            clauses.append(parseOperand(fields))
        }
        let present = clauses.compactMap(\.self)
        noteOperator("AND", joining: clauses, conditionsBefore)
        return conjunction(present.count > 1 ? present.map(\.demanded) : present)
    }

    /// Notes an operator of which a side is neither a clause nor a condition.
    private mutating func noteOperator(_ word: String, joining clauses: [Clause?], _ conditionsBefore: Int) {
        let sides = clauses.compactMap(\.self).count + conditions.count - conditionsBefore
        if clauses.count > 1, sides < clauses.count { note(.operatorLeftOut(word)) }
    }

    /// A word, phrase, group or NEAR, with what stands before it; operators without an operand are passed over.
    private mutating func parseOperand(_ fields: Set<SearchField>) -> Clause? {
        var isExcluded = false
        var isRequired = false
        var fields = fields
        var clause: Clause?
        reading: while let lexeme = next {
            switch lexeme {
            case .not:
                if isExcluded { note(.excludedTwice) }
                isExcluded.toggle()
            case .require: isRequired = true
            case .field(let field): fields = [field]
            case .and: note(.operatorLeftOut("AND"))
            case .or: note(.operatorLeftOut("OR"))
            case .close: break reading
            case .open:
                index += 1
                if isExcluded { isNegated.toggle() }
                clause = parseGroup(fields)
                if isExcluded { isNegated.toggle() }
                break reading
            case .condition(let condition):
                index += 1
                conditions.append(isExcluded != isNegated ? .not(condition) : condition)
                break reading
            case .near(let items, let distance):
                index += 1
                clause = near(items, distance, fields)
                break reading
            case .text(let text, let isQuoted, let isPrefix):
                index += 1
                clause = term(text, isQuoted, isPrefix).map { term in
                    var term = term
                    term.isRanked = !isQuoted && !isRequired && !isExcluded && !isNegated && fields.isEmpty
                    return .match(.term(term, fields))
                }
                break reading
            }
            index += 1
        }
        return isExcluded ? clause?.negated : clause
    }

    private mutating func parseGroup(_ fields: Set<SearchField>) -> Clause? {
        guard depth < QueryLimits.depth else {
            note(.tooDeep(limit: QueryLimits.depth))
            ignoredParentheses += 1
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        let clause = parseSequence(fields)
        if next == .close { index += 1 }
        return clause
    }

    private mutating func term(_ text: String, _ isQuoted: Bool, _ isPrefix: Bool) -> QueryTerm? {
        guard terms < QueryLimits.terms else {
            note(.tooManyTerms(limit: QueryLimits.terms))
            return nil
        }
        guard var term = QueryTerm(typed: text, isQuoted: isQuoted, isPrefix: isPrefix) else {
            if text.isSign { note(.signLeftOut(text)) }
            return nil
        }
        if term.phrases.contains(where: \.isPrefixTooShort) {
            note(.prefixTooShort(letters: QueryLimits.prefixLetters))
            guard let whole = QueryTerm(typed: text, isQuoted: isQuoted, isPrefix: false) else { return nil }
            term = whole
        }
        terms += 1
        return term
    }

    private mutating func near(_ items: [QueryLexeme], _ distance: Int, _ fields: Set<SearchField>) -> Clause? {
        var members: [QueryTerm] = []
        for case .text(let text, let isQuoted, let isPrefix) in items {
            guard members.count < QueryLimits.nearItems else {
                note(.nearCut(limit: QueryLimits.nearItems))
                break
            }
            if let term = term(text, isQuoted, isPrefix) { members.append(term) }
        }
        if let only = members.first, members.count == 1 { return .match(.term(only, fields)) }
        return members.isEmpty ? nil : .match(.near(members, distance: distance, fields))
    }

    /// All clauses together; exclusions alone stay one exclusion.
    private func conjunction(_ clauses: [Clause]) -> Clause? {
        if clauses.count <= 1 { return clauses.first }
        var must: [QueryNode] = []
        var mustNot: [QueryNode] = []
        for clause in clauses {
            switch clause {
            case .match(let node): must.append(node)
            case .exclude(let node): mustNot.append(node)
            }
        }
        if must.isEmpty { return .exclude(.any(mustNot)) }
        return .match(.all(must: must, mustNot: mustNot))
    }
}

extension String {
    /// Whether a text without words holds a sign that somebody may have looked for, such as an emoji, and not only marks of sentences.
    fileprivate var isSign: Bool {
        unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .otherSymbol, .mathSymbol, .currencySymbol: true
            default: "&%#@".unicodeScalars.contains(scalar)
            }
        }
    }
}
