import ArticleQuery

extension Archive {
    /// Files what the analysis found in one transaction with how far it is: after a crash it goes on there, and nothing is
    /// found twice.
    public func file(_ findings: AnalysisFindings) throws(ArchiveError) {
        try write("file what the analysis found") { writer in
            try writer.transaction { try writer.file(findings) }
        }
    }

    /// Forgets all relations and stories, so that they are found anew; saved searches and their hits stay.
    public func forgetFindings() throws(ArchiveError) {
        try write("forget what the analysis found") { writer in
            try writer.transaction {
                for table in ["relations", "copies", "story_articles", "stories"] {
                    try writer.sql("DELETE FROM \(table)").run()
                }
                try writer.sql("DELETE FROM settings WHERE name = 'analysed_version'").run()
            }
        }
    }
}
