import Yams

extension DeskConfiguration {
    /// Reads a configuration from YAML; settings that are absent have their defaults.
    ///
    /// - Parameters:
    ///   - yaml: the text.
    ///   - file: how the file is named in messages.
    /// - Throws: `ConfigurationError` with everything that is wrong, in the order of the file.
    public init(yaml: String, file: String) throws(ConfigurationError) {
        let document = try ConfigurationDocument(text: yaml, file: file)
        self.init()
        guard let root = document.root, !ConfigurationReader.isNull(root) else { return }
        var reader = ConfigurationReader(document, file: file)
        read(root, with: &reader)
        guard reader.problems.isEmpty else { throw ConfigurationError(problems: reader.problems) }
    }

    /// The limits of the settings: what is outside them is a slip of the pen or would keep the desk from working.
    private enum Limits {
        /// A file that changes more slowly than once an hour cannot be told from one that is finished.
        static let settle = Duration.zero...Duration.seconds(3_600)
        /// A second is little patience with any program; what is forgotten for a week is forgotten.
        static let openPatience = Duration.seconds(1)...Duration.seconds(604_800)
        /// Every lane is a thread and a process.
        static let lanes = 1...256
        static let smallestMaximumSize: Int64 = 1 << 10
        static let timeout = Duration.seconds(1)...Duration.seconds(3_600)
        /// The reader alone, with its language tables and an article of a few megabytes.
        static let smallestMemory: Int64 = 64 << 20
        static let filesPerProcess = 1...1_000_000
        static let poll = Duration.milliseconds(100)...Duration.seconds(3_600)
        static let rescan = Duration.seconds(1)...Duration.seconds(86_400)
    }

    private mutating func read(_ root: Node, with reader: inout ConfigurationReader) {
        let fields = reader.fields(
            of: root, name: "the configuration",
            known: [
                "state", "inboxes", "settle", "settle_unseen", "open_patience", "lanes", "max_size", "remove_too_large",
                "reader", "ignore", "rescan", "poll", "min_free",
                "analysis",
                "metrics", "retention", "web", "log_level",
            ])
        reader.set(&state, fields, "state", .absolutePath)
        reader.set(&settle, fields, "settle", .duration(Limits.settle))
        reader.set(&settleUnseen, fields, "settle_unseen", .duration(Limits.settle))
        reader.set(&openPatience, fields, "open_patience", .duration(Limits.openPatience))
        reader.set(&lanes, fields, "lanes", SettingKind<Int?>.integerOrAuto(Limits.lanes))
        reader.set(&maximumSize, fields, "max_size", .byteSize(atLeast: Limits.smallestMaximumSize))
        reader.set(&removesTooLarge, fields, "remove_too_large", .bool)
        reader.set(&rescan, fields, "rescan", .duration(Limits.rescan))
        reader.set(&poll, fields, "poll", .duration(Limits.poll))
        reader.set(&minimumFree, fields, "min_free", .byteSize(atLeast: 0))
        reader.set(&analysis, fields, "analysis", .bool)
        reader.set(&metrics, fields, "metrics", .absolutePath)
        reader.set(&logLevel, fields, "log_level", .logLevel)
        if let node = fields.values["reader"], !ConfigurationReader.isNull(node) {
            self.reader = Self.readerLimits(node, with: &reader)
        }
        if let node = fields.values["ignore"], !ConfigurationReader.isNull(node) {
            ignore = Self.ignoredNames(node, with: &reader)
        }
        if let node = fields.values["retention"], !ConfigurationReader.isNull(node) {
            retention = Self.retention(node, with: &reader)
        }
        if let node = fields.values["web"], !ConfigurationReader.isNull(node) {
            web = Self.webInterface(node, with: &reader)
        }
        let stateMark = fields.values["state"]?.mark
        guard let nodes = reader.items(fields, "inboxes", of: "inboxes") else {
            check([(inboxes[0], fields.values["inboxes"]?.mark)], stateMark: stateMark, with: &reader)
            return
        }
        if nodes.isEmpty {
            reader.report(fields.values["inboxes"]?.mark, "`inboxes` needs at least one inbox: `- path: /folder`")
        }
        let places = nodes.compactMap { node in Self.inbox(node, with: &reader).map { ($0, node.mark) } }
        inboxes = places.map(\.0)
        check(places, stateMark: stateMark, with: &reader)
    }

    private static func readerLimits(_ node: Node, with reader: inout ConfigurationReader) -> ReaderConfiguration {
        var limits = ReaderConfiguration()
        let fields = reader.fields(
            of: node, name: "`reader`", known: ["timeout", "memory", "files_per_process", "names"])
        reader.set(&limits.timeout, fields, "timeout", .duration(Limits.timeout))
        reader.set(&limits.memory, fields, "memory", .byteSize(atLeast: Limits.smallestMemory))
        reader.set(&limits.filesPerProcess, fields, "files_per_process", .integer(Limits.filesPerProcess))
        reader.set(&limits.names, fields, "names", .bool)
        return limits
    }

    private static func ignoredNames(_ node: Node, with reader: inout ConfigurationReader) -> IgnoreConfiguration {
        var ignore = IgnoreConfiguration()
        let fields = reader.fields(of: node, name: "`ignore`", known: ["patterns", "defaults"])
        reader.set(&ignore.usesDefaults, fields, "defaults", .bool)
        let patterns = reader.items(fields, "patterns", of: "patterns") ?? []
        ignore.patterns = patterns.compactMap { pattern in
            if ConfigurationReader.isNull(pattern) {
                reader.report(pattern.mark, "a pattern is missing; `*~` and the like need quotes")
                return nil
            }
            return reader.value(of: pattern, name: "an item of `patterns`", .namePattern)
        }
        return ignore
    }

    /// One inbox; nil where it has no usable path.
    private static func inbox(_ node: Node, with reader: inout ConfigurationReader) -> InboxConfiguration? {
        var inbox = InboxConfiguration(path: "")
        let fields = reader.fields(
            of: node, name: "an inbox",
            known: ["path", "take", "settle", "settle_unseen", "collection", "outlet", "language", "watch"])
        guard node.mapping != nil else { return nil }
        reader.set(&inbox.path, fields, "path", .absolutePath)
        reader.set(&inbox.take, fields, "take", .take)
        reader.set(&inbox.settle, fields, "settle", .duration(Limits.settle))
        reader.set(&inbox.settleUnseen, fields, "settle_unseen", .duration(Limits.settle))
        reader.set(&inbox.collection, fields, "collection", .collection)
        reader.set(&inbox.outlet, fields, "outlet", .name)
        reader.set(&inbox.language, fields, "language", .language)
        reader.set(&inbox.watch, fields, "watch", .watch)
        if fields.values["path"].map(ConfigurationReader.isNull) ?? true {
            reader.report(node.mark, "an inbox needs a `path`")
        }
        return inbox.path.isEmpty ? nil : inbox
    }

    /// Folders that would be taken twice, or would take the archive itself.
    private func check(
        _ places: [(inbox: InboxConfiguration, mark: Mark?)], stateMark: Mark?, with reader: inout ConfigurationReader
    ) {
        for overlap in overlaps(of: places.map(\.inbox)) {
            reader.report((overlap.isOfState ? stateMark : nil) ?? places[overlap.inbox].mark, overlap.message)
        }
    }
}
