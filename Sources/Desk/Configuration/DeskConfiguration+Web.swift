import WebAccess
import Yams

extension DeskConfiguration {
    /// The settings of the web interface.
    static func webInterface(_ node: Node, with reader: inout ConfigurationReader) -> WebConfiguration {
        var web = WebConfiguration()
        let fields = reader.fields(
            of: node, name: "`web`", known: ["hosts", "user_header", "proxy_user", "roles"])
        let hosts = reader.items(fields, "hosts", of: "hosts") ?? []
        web.hosts = hosts.compactMap { reader.value(of: $0, name: "an item of `hosts`", .hostName) }
        reader.set(&web.userHeader, fields, "user_header", .userHeader)
        reader.set(&web.proxyUser, fields, "proxy_user", .name)
        if web.userHeader != nil, web.proxyUser == nil {
            reader.report(
                fields.values["user_header"]?.mark,
                "`user_header` wants `proxy_user` beside it: the user of the proxy, of whom alone the header is believed"
            )
        }
        if let roles = fields.values["roles"], !ConfigurationReader.isNull(roles) {
            let lists = reader.fields(of: roles, name: "`roles`", known: WebRole.allCases.map(\.rawValue))
            for role in WebRole.allCases {
                let items = reader.items(lists, role.rawValue, of: "users and @groups") ?? []
                let names = items.compactMap { reader.value(of: $0, name: "an item of `\(role)`", .name) }
                if !names.isEmpty { web.roles[role] = names }
            }
        }
        return web
    }
}
