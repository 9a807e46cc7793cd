/// Paths in the order of their deadlines; those of the same deadline in the order in which they came. A binary heap.
struct DeadlineQueue {
    private struct Deadline {
        var due: UInt64
        var number: UInt64
        var path: [UInt8]

        func isBefore(_ other: Deadline) -> Bool { due != other.due ? due < other.due : number < other.number }
    }

    private var heap: [Deadline] = []
    private var nextNumber: UInt64 = 0

    /// The earliest deadline; nil when there is none.
    var first: UInt64? { heap.first?.due }

    mutating func insert(_ path: [UInt8], due: UInt64) {
        heap.append(Deadline(due: due, number: nextNumber, path: path))
        nextNumber += 1
        var index = heap.count - 1
        while index > 0 {
            let parent = (index - 1) / 2
            guard heap[index].isBefore(heap[parent]) else { return }
            heap.swapAt(index, parent)
            index = parent
        }
    }

    /// Takes out the path of the earliest deadline, if that has come.
    mutating func takeFirst(now: UInt64) -> [UInt8]? {
        guard let first = heap.first, first.due <= now else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var index = 0
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2] where child < heap.count && heap[child].isBefore(heap[least]) {
                least = child
            }
            guard least != index else { return first.path }
            heap.swapAt(index, least)
            index = least
        }
    }
}
