/// An attribute with its value, references resolved and white space as XML 1.0, 3.3.3 has it.
struct XMLAttribute: Sendable, Hashable {
    let name: XMLName
    let value: String
}
