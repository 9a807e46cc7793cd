import NewsModel

extension Entity {
    func write(to writer: inout ByteWriter) {
        writer.text(kind.rawValue)
        writer.text(name)
        writer.list(mentions) { $0.range($1) }
        writer.flag(isInHeadline)
        writer.double(confidence)
    }

    init(from reader: inout ByteReader) throws(StreamError) {
        guard let kind = Kind(rawValue: try reader.text("entity's kind")) else {
            throw .invalid(what: "entity's kind")
        }
        self.init(
            kind: kind, name: try reader.text("entity's name"),
            mentions: try reader.list("mentions") { reader throws(StreamError) in try reader.range("mention") },
            isInHeadline: try reader.flag("entity in the headline"),
            confidence: try reader.share("entity's confidence"))
    }
}

extension Quotation {
    func write(to writer: inout ByteWriter) {
        writer.text(kind.rawValue)
        writer.list(content) { $0.range($1) }
        writer.optional(cue) { $0.range($1) }
        writer.optional(source) { $0.range($1) }
        writer.text(speaker)
        writer.optional(entity) { $0.integer(Int64($1)) }
        writer.text(title)
        writer.text(organization)
        writer.double(confidence)
    }

    init(from reader: inout ByteReader) throws(StreamError) {
        guard let kind = Kind(rawValue: try reader.text("quotation's kind")) else {
            throw .invalid(what: "quotation's kind")
        }
        let content = try reader.list("quotation's parts") { reader throws(StreamError) in
            try reader.range("quotation")
        }
        guard !content.isEmpty else { throw .invalid(what: "quotation's parts") }
        self.init(
            kind: kind, content: content, cue: try reader.optionalRange("cue"),
            source: try reader.optionalRange("source"), confidence: 0)
        speaker = try reader.optionalText("speaker")
        entity = try reader.flag("quotation's entity") ? try reader.count("quotation's entity") : nil
        title = try reader.optionalText("speaker's title")
        organization = try reader.optionalText("speaker's organization")
        confidence = try reader.share("quotation's confidence")
    }
}
