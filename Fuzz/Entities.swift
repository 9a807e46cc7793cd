@testable import Analysis
@testable import NewsModel

/// Any text as body and headline: every mention lies in the body, in order, and nothing crashes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count > 1, let start else { return 0 }
    let split = Int(start[0]) % count
    let headline = String(decoding: UnsafeBufferPointer(start: start + 1, count: min(split, count - 1)), as: UTF8.self)
    let rest = min(split, count - 1) + 1
    let body = String(decoding: UnsafeBufferPointer(start: start + rest, count: count - rest), as: UTF8.self)
    var article = Article(format: "text", body: body)
    article.headline = headline
    article.language = "en"
    let length = body.unicodeScalars.count
    for entity in EntityFinder.entities(of: article) {
        precondition(!entity.name.isEmpty, "an entity has a name")
        precondition((0...1).contains(entity.confidence), "confidence is a share")
        var end = 0
        for mention in entity.mentions {
            precondition(mention.start >= end && mention.start < mention.end, "mentions follow each other")
            precondition(mention.end <= length, "mentions lie in the body")
            end = mention.end
        }
    }
    // With them the finder of quotations links speakers.
    article.entities = EntityFinder.entities(of: article)
    for quotation in QuotationFinder.quotations(of: article, entities: article.entities) {
        if let entity = quotation.entity {
            precondition(article.entities.indices.contains(entity), "the speaker is one of them")
        }
    }
    return 0
}
