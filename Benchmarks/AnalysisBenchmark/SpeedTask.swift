/// Placeholder until the archive's index exists.
enum SpeedTask {
    static func run(_ records: [Record]) throws {}
}
