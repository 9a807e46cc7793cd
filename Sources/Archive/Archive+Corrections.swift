import NewsModel

extension Archive {
    /// Makes a correction, gives or takes a tag or a note, merges names, names an outlet, or takes one of these back; durable when this returns.
    ///
    /// - Throws: `CorrectionRefusal`, `ArchiveError`.
    public func make(_ correction: Correction) throws {
        if let refusal = correction.refusal { throw refusal }
        let outcome: CorrectionRefusal? = try write("note a correction") { stores in
            do {
                try stores.corrections.make(correction)
                if correction.kind == .story { try stores.stories.apply(correction) }
                return nil
            } catch let refusal as CorrectionRefusal {
                return refusal
            }
        }
        if let outcome { throw outcome }
        guard correction.kind == .outlet else { return }
        // In short transactions between those of filing; what a crash leaves undone the next start does.
        var next: Int64? = 0
        while let place = next { next = try write("name outlets") { try $0.outlets.refresh(after: place) } }
    }
}
