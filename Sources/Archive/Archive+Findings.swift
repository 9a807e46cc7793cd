import ArticleQuery

/// What the analysis found, and saved searches.
extension Archive {
    /// Files what the analysis found in one transaction with how far it is: after a crash it goes on there, and nothing is
    /// found twice.
    public func file(_ findings: AnalysisFindings) throws(ArchiveError) {
        try write("file what the analysis found") { stores in
            try stores.session.transaction {
                try stores.stories.file(findings)
                try stores.alerts.file(findings)
            }
        }
    }

    /// Saves a search under a name; one of that name is replaced and keeps its hits.
    public func addAlert(name: String, query: String, created: Int64) throws(ArchiveError) {
        try write("save a search") { stores in
            try stores.session.transaction { try stores.alerts.add(name: name, query: query, created: created) }
        }
    }

    /// Removes a saved search with its hits; false where there is none of that name.
    public func removeAlert(name: String) throws(ArchiveError) -> Bool {
        try write("remove a saved search") { stores in
            try stores.session.transaction { try stores.alerts.remove(name: name) }
        }
    }
}
