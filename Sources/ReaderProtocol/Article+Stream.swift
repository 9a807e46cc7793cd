import NewsModel

extension Article {
    func write(to writer: inout ByteWriter) {
        writer.text(memberPath)
        writer.text(format)
        writer.text(url)
        writer.time(retrieved)
        writer.text(headline)
        writer.flag(headlineIsDerived)
        writer.text(deck)
        writer.text(byline)
        writer.list(authors) { $0.text($1) }
        writer.text(outlet)
        writer.time(published)
        writer.time(modified)
        writer.text(language)
        writer.text(section)
        writer.list(keywords) { $0.text($1) }
        writer.optional(dateline) { writer, dateline in
            writer.text(dateline.text)
            writer.text(dateline.place)
            writer.time(dateline.date)
            writer.text(dateline.agency)
        }
        writer.list(credits) { writer, credit in
            writer.text(credit.kind.rawValue)
            writer.text(credit.person)
            writer.text(credit.outlet)
            writer.optional(credit.range) { $0.range($1) }
        }
        writer.text(body)
        writer.list(paragraphs) { writer, paragraph in
            writer.integer(UInt8(Paragraph.Kind.allCases.firstIndex(of: paragraph.kind) ?? 0))
            writer.range(paragraph.range)
        }
        writer.optional(leadImage) { writer, image in
            writer.text(image.url)
            writer.text(image.caption)
            writer.text(image.creditLine)
        }
        writer.list(links) { writer, link in
            writer.text(link.url)
            writer.text(link.text)
        }
        wire.write(to: &writer)
        writer.list(subjects) { writer, subject in
            writer.text(subject.scheme)
            writer.text(subject.code)
            writer.text(subject.name)
        }
        writer.flag(isPaywalled)
        writer.flag(isSummary)
        writer.integer(Int64(wordCount))
        writer.double(confidence)
        writer.list(annotations) { writer, annotation in
            writer.text(annotation.kind)
            writer.optional(annotation.range) { $0.range($1) }
            writer.double(annotation.confidence)
            writer.text(annotation.extractor)
            writer.integer(Int64(annotation.extractorVersion))
            writer.list(annotation.values.sorted { $0.key < $1.key }) { writer, value in
                writer.text(value.key)
                writer.text(value.value)
            }
        }
        writer.list(entities) { $1.write(to: &$0) }
        writer.list(quotations) { $1.write(to: &$0) }
    }

    init(from reader: inout ByteReader) throws(StreamError) {
        let memberPath = try reader.optionalText("member path")
        self.init(format: try reader.text("format"))
        self.memberPath = memberPath
        url = try reader.optionalText("url")
        retrieved = try reader.time("retrieved")
        headline = try reader.optionalText("headline")
        headlineIsDerived = try reader.flag("headline derived")
        deck = try reader.optionalText("deck")
        byline = try reader.optionalText("byline")
        authors = try reader.list("authors") { reader throws(StreamError) in try reader.text("author") }
        outlet = try reader.optionalText("outlet")
        published = try reader.time("published")
        modified = try reader.time("modified")
        language = try reader.optionalText("language")
        section = try reader.optionalText("section")
        keywords = try reader.list("keywords") { reader throws(StreamError) in try reader.text("keyword") }
        if try reader.flag("dateline") {
            dateline = Dateline(
                text: try reader.text("dateline"), place: try reader.optionalText("dateline's place"),
                date: try reader.time("dateline's date"), agency: try reader.optionalText("dateline's agency"))
        }
        credits = try reader.list("credits") { reader throws(StreamError) in
            guard let kind = Credit.Kind(rawValue: try reader.text("credit's kind")) else {
                throw .invalid(what: "credit's kind")
            }
            return Credit(
                kind: kind, person: try reader.optionalText("credit's person"),
                outlet: try reader.optionalText("credit's outlet"), range: try reader.optionalRange("credit"))
        }
        body = try reader.text("body", limit: StreamLimits.bodyBytes)
        paragraphs = try reader.list("paragraphs") { reader throws(StreamError) in
            let kind = Int(try reader.integer(UInt8.self))
            guard kind < Paragraph.Kind.allCases.count else { throw .invalid(what: "paragraph's kind") }
            return Paragraph(kind: Paragraph.Kind.allCases[kind], range: try reader.range("paragraph"))
        }
        if try reader.flag("lead image") {
            leadImage = LeadImage(
                url: try reader.text("image's url"), caption: try reader.optionalText("image's caption"),
                creditLine: try reader.optionalText("image's credit line"))
        }
        links = try reader.list("links") { reader throws(StreamError) in
            Link(url: try reader.text("link's url"), text: try reader.optionalText("link's text"))
        }
        wire = try WireFacts(from: &reader)
        subjects = try reader.list("subjects") { reader throws(StreamError) in
            Subject(
                scheme: try reader.optionalText("subject's scheme"), code: try reader.text("subject's code"),
                name: try reader.optionalText("subject's name"))
        }
        isPaywalled = try reader.flag("paywalled")
        isSummary = try reader.flag("summary")
        wordCount = try reader.count("word count")
        confidence = try reader.share("confidence")
        annotations = try reader.list("annotations") { reader throws(StreamError) in
            Annotation(
                kind: try reader.text("annotation's kind"), range: try reader.optionalRange("annotation"),
                confidence: try reader.share("annotation's confidence"),
                extractor: try reader.text("annotation's extractor"),
                extractorVersion: try reader.count("annotation's version"),
                values: try reader.values("annotation's values"))
        }
        entities = try reader.list("entities") { reader throws(StreamError) in try Entity(from: &reader) }
        quotations = try reader.list("quotations") { reader throws(StreamError) in try Quotation(from: &reader) }
        try checkRanges()
    }

    /// Every range must lie in the body; paragraphs must follow each other without overlap.
    private func checkRanges() throws(StreamError) {
        let length = body.unicodeScalars.count
        var end = 0
        for paragraph in paragraphs {
            guard paragraph.range.start >= end, paragraph.range.end <= length else {
                throw .invalid(what: "paragraph's range")
            }
            end = paragraph.range.end
        }
        for credit in credits where (credit.range?.end ?? 0) > length { throw .invalid(what: "credit's range") }
        for annotation in annotations where (annotation.range?.end ?? 0) > length {
            throw .invalid(what: "annotation's range")
        }
        for entity in entities { try checkOrder(of: entity.mentions, length, what: "mention") }
        for quotation in quotations {
            try checkOrder(of: quotation.content, length, what: "quotation")
            for range in [quotation.cue, quotation.source] where (range?.end ?? 0) > length {
                throw .invalid(what: "cue's or source's range")
            }
            if let entity = quotation.entity, entity >= entities.count { throw .invalid(what: "quotation's entity") }
        }
    }

    /// The parts must lie in the body one after the other.
    private func checkOrder(of ranges: [CodePointRange], _ length: Int, what: String) throws(StreamError) {
        var end = 0
        for range in ranges {
            guard range.start >= end, range.end <= length else { throw .invalid(what: "\(what)'s range") }
            end = range.end
        }
    }
}

extension WireFacts {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.text(guid)
        writer.text(version)
        writer.text(publicationStatus?.rawValue)
        writer.time(embargo)
        writer.optional(urgency) { $0.integer(UInt8(clamping: $1)) }
        for text in [located, copyright, usageTerms, editorialNote, byTitle] { writer.text(text) }
    }

    fileprivate init(from reader: inout ByteReader) throws(StreamError) {
        self.init(guid: try reader.optionalText("guid"), version: try reader.optionalText("wire version"))
        if let status = try reader.optionalText("publication status") {
            guard let known = PublicationStatus(rawValue: status) else { throw .invalid(what: "publication status") }
            publicationStatus = known
        }
        embargo = try reader.time("embargo")
        if try reader.flag("urgency") { urgency = Int(try reader.integer(UInt8.self)) }
        located = try reader.optionalText("located")
        copyright = try reader.optionalText("copyright")
        usageTerms = try reader.optionalText("usage terms")
        editorialNote = try reader.optionalText("editorial note")
        byTitle = try reader.optionalText("by-title")
    }
}

extension ByteWriter {
    mutating func range(_ range: CodePointRange) {
        integer(UInt32(range.start))
        integer(UInt32(range.end))
    }

    mutating func time(_ time: NewsTime?) {
        optional(time) { writer, time in
            writer.integer(UInt16(time.year))
            writer.integer(UInt8(time.month))
            writer.integer(UInt8(time.day))
            writer.optional(time.time) { writer, clock in
                for part in [clock.hour, clock.minute, clock.second] { writer.integer(UInt8(part)) }
            }
            writer.optional(time.offsetMinutes) { $0.integer(Int16($1)) }
        }
    }
}

extension ByteReader {
    mutating func range(_ what: String) throws(StreamError) -> CodePointRange {
        let start = Int(try integer(UInt32.self))
        let end = Int(try integer(UInt32.self))
        guard start <= end else { throw .invalid(what: "\(what)'s range") }
        return CodePointRange(start: start, end: end)
    }

    mutating func optionalRange(_ what: String) throws(StreamError) -> CodePointRange? {
        try flag(what) ? try range(what) : nil
    }

    mutating func count(_ what: String) throws(StreamError) -> Int {
        let value = try integer(Int64.self)
        guard value >= 0, value <= Int64(Int32.max) else { throw .invalid(what: what) }
        return Int(value)
    }

    mutating func share(_ what: String) throws(StreamError) -> Double {
        let value = try double(what)
        guard (0...1).contains(value) else { throw .invalid(what: what) }
        return value
    }

    mutating func time(_ what: String) throws(StreamError) -> NewsTime? {
        guard try flag(what) else { return nil }
        let year = Int(try integer(UInt16.self))
        let month = Int(try integer(UInt8.self))
        let day = Int(try integer(UInt8.self))
        var clock: NewsTime.TimeOfDay?
        if try flag(what) {
            clock = NewsTime.TimeOfDay(
                hour: Int(try integer(UInt8.self)), minute: Int(try integer(UInt8.self)),
                second: Int(try integer(UInt8.self)))
        }
        let offset = try flag(what) ? Int(try integer(Int16.self)) : nil
        guard let time = NewsTime(year: year, month: month, day: day, time: clock, offsetMinutes: offset) else {
            throw .invalid(what: what)
        }
        return time
    }

    mutating func values(_ what: String) throws(StreamError) -> [String: String] {
        let pairs = try list(what) { reader throws(StreamError) in
            (try reader.text("value's name"), try reader.text("value"))
        }
        var values: [String: String] = [:]
        for (name, value) in pairs {
            guard values.updateValue(value, forKey: name) == nil else { throw .invalid(what: what) }
        }
        return values
    }
}
