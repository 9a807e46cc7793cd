import ArticleQuery
import NewsModel

extension Archive {
    /// Rows that one transaction removes, so that filing goes on between them.
    private static let pruneRows = 200

    /// Removes what a plan found, in short transactions between those of filing. What a delivery after the plan has brought again
    /// stays. Interrupted, it goes on with the next plan.
    public func prune(_ plan: PrunePlan) throws(ArchiveError) -> Pruning {
        var pruning = Pruning()
        for rows in plan.articles.pieces(of: Self.pruneRows) {
            pruning.articles += try write("remove articles past their term") { stores in
                try stores.session.transaction { try stores.pruning.prune(articles: rows, newest: plan.newest) }
            }
        }
        for rows in plan.originals.pieces(of: Self.pruneRows) {
            try write("remove originals past their term") { stores in
                var gone: [PrunePlan.Original] = []
                // The files go before the rows that name them: what was interrupted is found and done again.
                for original in rows where try stores.pruning.mayPrune(original, newest: plan.newest) {
                    if try originals.remove(original.sha256) { gone.append(original) }
                }
                try stores.session.transaction { for original in gone { try stores.pruning.prune(original) } }
                pruning.originals += gone.count
                pruning.originalsBytes += gone.reduce(0) { $0 + $1.kept }
            }
        }
        for rows in plan.deliveries.pieces(of: Self.pruneRows) {
            pruning.deliveries += try write("remove deliveries past their term") { stores in
                try stores.session.transaction { try stores.pruning.prune(deliveries: rows) }
            }
        }
        guard pruning.deliveries > 0 else { return pruning }
        try write("remove what only removed deliveries needed") { stores in
            try stores.session.transaction { try stores.pruning.pruneLooseRows() }
        }
        return pruning
    }
}

extension Array {
    /// The elements in their order, in pieces of at most `count`.
    fileprivate func pieces(of count: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
    }
}
