import Foundation
import Hummingbird

/// The members of a request that changes something: those of a form, or of a JSON object.
struct ChangeRequest: Sendable {
    /// Bytes of a body that is no upload.
    static let mostBytes = 1 << 20

    private(set) var members: FormParameters

    /// - Throws: `WebError`.
    init(_ request: Request) async throws {
        let type = (request.headers.value("Content-Type") ?? "").lowercased()
        let buffer = try await request.body.collect(upTo: Self.mostBytes)
        let bytes = Array(buffer.readableBytesView)
        if bytes.isEmpty {
            members = FormParameters()
        } else if type.hasPrefix("application/json") {
            guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
                throw WebError(.badRequest, "bad-json", "The body is no JSON object.")
            }
            members = FormParameters(
                object.compactMap { name, value in
                    switch value {
                    case let text as String: FormParameters.Item(name: name, value: text)
                    case let flag as Bool: flag ? FormParameters.Item(name: name, value: "1") : nil
                    default: nil
                    }
                })
        } else if type.hasPrefix("application/x-www-form-urlencoded") {
            members = FormParameters(String(decoding: bytes, as: UTF8.self))
        } else {
            throw WebError(
                .unsupportedMediaType, "bad-media-type",
                "Send a JSON object (application/json) or a form (application/x-www-form-urlencoded).")
        }
    }
}
