import Bytes

/// What takes a page's events from a tokenizer, in the order of the page.
///
/// The seam between scanning bytes and building a tree: another tokenizer, or a SAX parser, can stand behind it.
package protocol HTMLEventConsumer {
    /// `<name attributes>`; the attributes live only as long as the call.
    mutating func startTag(_ tag: HTMLStartTag, attributes: UnsafeBufferPointer<HTMLAttribute>)
    /// `</name>`.
    mutating func endTag(_ tag: HTMLTag, name: ByteSlice)
    /// Text with its character references resolved. Long text may come in several pieces.
    mutating func text(_ slice: ByteSlice)
    /// The inside of `<!-- -->`.
    mutating func comment(_ slice: ByteSlice)
    /// True where `<![CDATA[` opens text instead of a comment (inside SVG and MathML).
    var isInForeignContent: Bool { get }
    /// False once the consumer has had enough; the tokenizer then stops.
    var wantsMore: Bool { get }
}

/// The start of an element.
package struct HTMLStartTag {
    /// The element, `.unknown` for names outside of `HTMLTag`.
    package var tag: HTMLTag
    /// The name as it stands in the page.
    package var name: ByteSlice
    /// True for `<name />`.
    var isSelfClosing: Bool
}

/// One attribute of a start tag.
package struct HTMLAttribute {
    /// Which attribute, `.unknown` for names outside of `HTMLAttributeName`.
    package var name: HTMLAttributeName
    /// The value with its character references resolved; empty where none is given.
    package var value: ByteSlice
}
