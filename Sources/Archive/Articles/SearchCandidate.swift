import ArticleQuery

/// An article that matches, and where it stands among the others.
struct SearchCandidate {
    let id: Int64
    /// Greater comes first: the score's bits, which are ordered as the score is, or the time.
    let order: Int64
    /// Where its parts stand among those of all candidates; 0 where no words ranked.
    let place: Int

    init(id: Int64, time: Int64, place: Int = 0) {
        self.id = id
        self.place = place
        order = time
    }

    init(id: Int64, score: Double, place: Int = 0) {
        self.id = id
        self.place = place
        // Bit patterns of positive numbers are ordered as the numbers are (IEEE 754).
        order = Int64(bitPattern: max(0, score).bitPattern)
    }

    /// The same in the order of time.
    func inOrder(ofTime time: Int64) -> SearchCandidate { SearchCandidate(id: id, time: time, place: place) }

    var score: Double { Double(bitPattern: UInt64(bitPattern: order)) }
    var cursor: PageCursor { PageCursor(order: order, id: id) }

    func precedes(_ other: SearchCandidate) -> Bool { order != other.order ? order > other.order : id > other.id }
    func follows(_ cursor: PageCursor) -> Bool {
        order != cursor.order ? order < cursor.order : id < cursor.id
    }
}
