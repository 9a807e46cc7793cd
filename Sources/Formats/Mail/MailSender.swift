import Bytes
import NewsModel
import NewsText

/// Who a message is from: a person, or a publication, office or list.
///
/// An address of an office (`newsletter@`, `press@`), a list's headers or a name that is no person's name make the sender an
/// outlet; a person's name makes an author. A list names the outlet itself (RFC 2919).
struct MailSender {
    var author: String?
    var outlet: String?

    init(_ message: MIMEMessage, of index: Int) {
        let from =
            ["From", "Sender", "Reply-To"].lazy.compactMap { message.rawHeader($0, of: index) }
            .map { MailAddress($0) }.first { $0.name != nil || $0.address != nil }
        let list = message.header("List-Id", of: index).flatMap(Self.listName)
        let isBulk =
            ["List-Unsubscribe", "List-Id", "Feedback-ID"].contains { message.rawHeader($0, of: index) != nil }
            || message.header("Precedence", of: index).map { ["bulk", "list", "junk"].contains($0.lowercased()) }
                ?? false
        outlet = list
        guard let from, let name = from.name.map(Self.turned) else { return }
        if Self.isPerson(name, from, isBulk: isBulk) {
            author = BylineReader.read(name).names.first ?? name
        } else {
            outlet = list == nil || isBulk ? name : list
        }
    }

    /// The name of a sender as it stands in a forwarded head, which has no other headers.
    init(forwarded text: String) {
        let from = MailAddress(Array(text.utf8))
        guard let name = from.name.map(Self.turned) else { return }
        if Self.isPerson(name, from, isBulk: false) { author = name } else { outlet = name }
    }

    /// "Elm, Anna" as Anna Elm.
    private static func turned(_ name: String) -> String {
        let parts = name.split(separator: ",").map { $0.trimmingWhitespace() }
        guard parts.count == 2, parts.allSatisfy({ $0.split(separator: " ").count <= 2 }) else { return name }
        return parts[1] + " " + parts[0]
    }

    private static func isPerson(_ name: String, _ from: MailAddress, isBulk: Bool) -> Bool {
        guard BylineReader.isName(name), AgencyNames.agency(name[...]) == nil else { return false }
        let words = name.lowercased().split { !$0.isLetter }.map(String.init)
        guard !words.contains(where: officeWords.contains) else { return false }
        let local = from.localPart
        // anna.elm@ and aelm@ are Anna Elm's own addresses.
        if words.contains(where: { $0.count > 2 && local.contains($0) }) { return true }
        let localWords = local.split { !$0.isLetter }.map(String.init)
        return !isBulk && !localWords.contains(where: officeAddresses.contains)
    }

    /// The description of a list, or the first label of its identifier where that is a name.
    private static func listName(_ header: String) -> String? {
        let description = header.prefix { $0 != "<" }.trimmingWhitespace().filter { $0 != "\"" }
        return description.isEmpty || description.contains(".") && !description.contains(" ") ? nil : description
    }

    private static let officeWords: Set<String> = [
        "news", "newsletter", "press", "daily", "weekly", "times", "post", "media", "team", "desk", "service", "editor",
        "editors", "magazine", "journal", "redaktion", "zeitung", "digest", "briefing", "office", "agency", "group",
        "radio", "tv", "rundfunk", "report", "university", "ministry", "foundation", "inc", "gmbh", "ltd", "llc",
        "presse", "prensa", "stampa", "info", "list", "alerts", "update", "updates", "support", "center", "centre",
        "institute", "association", "company", "today", "herald", "tribune", "gazette", "chronicle", "review",
    ]
    private static let officeAddresses: Set<String> = [
        "newsletter", "newsletters", "news", "press", "info", "noreply", "reply", "no", "donotreply", "editor",
        "editors", "redaktion", "presse", "prensa", "hello", "contact", "team", "mail", "list", "lists", "updates",
        "alerts", "digest", "support", "marketing", "briefing", "service", "office", "media", "announce", "bounce",
    ]
}
