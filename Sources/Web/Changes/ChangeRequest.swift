import Foundation
import Hummingbird

/// The members of a request that changes something: those of a form, or of a JSON object.
struct ChangeRequest: Sendable {
    /// Bytes of a body that is no upload.
    static let mostBytes = 1 << 20
    /// Members that are no texts.
    private static let flags: Set = ["undo", "accept"]

    /// A member of a JSON object.
    private enum Member: Decodable {
        case text(String)
        case flag(Bool)

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let isSet = try? value.decode(Bool.self) {
                self = .flag(isSet)
            } else {
                self = .text(try value.decode(String.self))
            }
        }

        var isFlag: Bool { if case .flag = self { true } else { false } }
    }

    private(set) var members: FormParameters

    /// - Throws: `WebError`.
    init(_ request: Request) async throws {
        let type = (request.headers.value("Content-Type") ?? "").lowercased()
        let buffer = try await request.body.collect(upTo: Self.mostBytes)
        let bytes = Array(buffer.readableBytesView)
        if bytes.isEmpty {
            members = FormParameters()
        } else if type.hasPrefix("application/json") {
            guard let object = try? JSONDecoder().decode([String: Member].self, from: Data(bytes)) else {
                throw WebError(
                    .badRequest, "bad-json",
                    "The body is no JSON object of texts, and true or false for undo and accept.")
            }
            members = FormParameters(
                object.compactMap { name, member in
                    switch member {
                    case .text(let text): FormParameters.Item(name: name, value: text)
                    case .flag(let isSet): isSet ? FormParameters.Item(name: name, value: "1") : nil
                    }
                })
            let wrong = object.contains { name, member in member.isFlag != Self.flags.contains(name) }
            guard !wrong else {
                throw WebError(
                    .badRequest, "bad-json", "Members are texts, but for undo and accept, which are true or false.")
            }
        } else if type.hasPrefix("application/x-www-form-urlencoded") {
            members = try Self.settled(FormParameters(String(decoding: bytes, as: UTF8.self)))
        } else {
            throw WebError(
                .unsupportedMediaType, "bad-media-type",
                "Send a JSON object (application/json) or a form (application/x-www-form-urlencoded).")
        }
    }

    /// The members of a form with its flags as those of JSON: there or not.
    private static func settled(_ members: FormParameters) throws -> FormParameters {
        var members = members
        for name in flags {
            guard let text = members[name] else { continue }
            guard let isSet = SearchParameters.flags[text] else {
                throw WebError.badParameter(name, text, "true or false")
            }
            members = members.with(name, isSet ? "1" : nil)
        }
        return members
    }
}
