import Bytes
import Markup
import NewsModel

/// Reads the article out of a page of HTML.
package enum HTMLReader {
    /// The article of a page, format `html`.
    ///
    /// Evidence is combined, not trusted: linked data (schema.org), microdata, OpenGraph, `meta` and what stands on the page.
    /// - Parameters:
    ///   - bytes: the page as it was delivered, in any charset.
    ///   - charset: the charset that came with the page, as in an HTTP header, which outranks what the page says; nil by default.
    ///   - isAccepted: true where a person says that the page is an article: it is not refused as none; false by default.
    /// - Throws: `undecodable`, `limit-exceeded`, `no-text`, or `not-an-article` for home pages, error pages and the like.
    package static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, charset: String? = nil, isAccepted: Bool = false
    ) throws(ReadingFailure) -> Article {
        try read(bytes, charset: charset, isAccepted: isAccepted, limits: HTMLLimits())
    }

    package static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, charset: String? = nil, isAccepted: Bool = false, limits: HTMLLimits
    ) throws(ReadingFailure) -> Article {
        try tree(of: bytes, charset: charset, limits: limits) { (tree) throws(ReadingFailure) in
            try PageReader(tree).article(isAccepted: isAccepted)
        }
    }

    /// Why each block of a page was kept or dropped, in lines for people.
    package static func explain(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingFailure) -> [String] {
        try tree(of: bytes, charset: nil, limits: HTMLLimits()) { PageReader($0).explanation() }
    }

    /// Decodes and parses a page; the tree is good for the call only.
    private static func tree<Result>(
        of bytes: UnsafeBufferPointer<UInt8>, charset: String?, limits: HTMLLimits,
        _ body: (HTMLTree) throws(ReadingFailure) -> Result
    ) throws(ReadingFailure) -> Result {
        var page = try TextDecoder.decode(bytes, declared: charset ?? HTMLCharsetDeclaration.find(bytes)).utf8
        return try page.withUnsafeMutableBufferPointer { (buffer) throws(ReadingFailure) in
            let length = DoubleEncoding.repair(buffer)
            return try body(HTMLTree(UnsafeMutableBufferPointer(rebasing: buffer[..<length]), limits: limits))
        }
    }
}
