/// An attribute with its value, references resolved and white space as XML 1.0, 3.3.3 has it.
package struct XMLAttribute: Sendable, Hashable {
    package let name: XMLName
    package let value: String
}
