/// Invented copy for members of containers.
enum Copy {
    static let lighthouse = Array(
        """
        Lighthouse lamp replaced after forty years

        The keeper of the Holm light took down the old lamp on Tuesday and put a new one in its place.

        Ships had been warned for a week. Nobody noticed the hour of darkness, said the pilot of the morning ferry.

        """.utf8)

    /// A text of its own for each number.
    static func text(_ number: Int) -> [UInt8] {
        Array(
            """
            Harbour report number \(number)

            The harbour master counted \(number) vessels on the day, which is \(number % 7) more than the day before.

            Nobody could say why, and the ferry to the islands was late again, as it had been in week \(number % 53).

            """.utf8)
    }

    /// A page of its own for each number.
    static func page(_ number: Int) -> [UInt8] {
        Array(
            """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry \(number) late – The Harbour Gazette</title>
            <meta property="og:type" content="article"></head><body><nav><a href="/">Home</a></nav><article>
            <h1>Ferry \(number) late</h1>
            <p>The ferry with the number \(number) came two hours late on Monday, and nobody on the island could say why it did.</p>
            <p>The harbour master said that \(number) passengers had waited on the pier, most of them in the rain, without a word.</p>
            <p>A spokeswoman of the company said that the timetable would be looked at again before the summer begins.</p>
            </article></body></html>
            """.utf8)
    }

    /// The beginning of a picture.
    static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 7, count: 200)
}
