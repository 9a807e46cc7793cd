/// The secrets of one run of the program: they hold for the life of the process and are never written anywhere.
struct DoorKeys: Sendable {
    /// What the link has.
    let link: String
    /// The value of the cookie: another one, so that a link in a browser's history opens nothing on its own afterwards.
    let cookie: String
    /// What the link that a browser was started with has: good once, since every user of the machine sees the command lines of others.
    let opening: OpeningKey
    /// From which the tokens of forms are made.
    private let forms: String
    /// The cookie's name: browsers keep cookies by host and not by port, so that two desks on one machine would take each other's.
    let cookieName: String

    /// New secrets.
    ///
    /// - Parameters:
    ///   - instance: the instance's name, or empty.
    ///   - port: the port that is listened on; 0 for none.
    init(instance: String, port: Int) {
        link = SecretText.make()
        cookie = SecretText.make()
        opening = OpeningKey()
        forms = SecretText.make()
        cookieName = (["wiredesk", instance, port == 0 ? "" : String(port)].filter { !$0.isEmpty }).joined(
            separator: "-")
    }

    /// What a form of our own pages has and no other site knows, and no other visitor that has a name.
    func formToken(for visitor: Visitor?) -> String {
        SecretText.derived(forms, for: "form " + (visitor?.name ?? ""))
    }
}
