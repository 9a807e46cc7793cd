import Intake

/// What the sandbox of the service must be told of an inbox (systemd.exec(5)).
public struct UnitDropIn: Sendable, Equatable {
    /// Why no drop-in can help.
    public struct Hidden: Error, Sendable, Equatable {
        /// The folder.
        public var path: String
    }

    /// Where it belongs.
    public var path: String
    /// The whole file.
    public var text: String

    /// The folders that `ProtectHome=` hides.
    private static let homes = ["/home", "/root", "/run/user"]
    /// The folders of which `PrivateTmp=` gives the service its own.
    private static let temporaries = ["/tmp", "/var/tmp"]

    /// The drop-in for an inbox; nil where the service gets at it as it is.
    ///
    /// - Parameter instance: the instance's name; nil for the service itself.
    /// - Throws: `Hidden` for a folder that the service cannot be let see.
    public static func make(_ inbox: InboxConfiguration, instance: String?) throws(Hidden) -> UnitDropIn? {
        let spool = "/var/spool/wiredesk" + (instance.map { "/\($0)" } ?? "")
        if isInside(inbox.path, [spool]) { return nil }
        if isInside(inbox.path, temporaries) { throw Hidden(path: inbox.path) }
        var lines = ["# The inbox \(oneLine(inbox.path)), written by wiredesk inbox add.", "[Service]"]
        let isHome = isInside(inbox.path, homes)
        if isHome {
            // The rest of the homes stays out of sight.
            lines.append("ProtectHome=tmpfs")
            lines.append((inbox.take == .leave ? "BindReadOnlyPaths=" : "BindPaths=") + quoted(inbox.path))
        } else if inbox.take == .move {
            // With the minus a folder that is not mounted keeps nothing from starting.
            lines.append("ReadWritePaths=" + quoted(inbox.path))
        } else {
            return nil
        }
        let unit = instance.map { "wiredesk@\($0).service" } ?? "wiredesk.service"
        return UnitDropIn(
            path: "/etc/systemd/system/\(unit).d/inbox-\(name(of: inbox.path)).conf",
            text: lines.joined(separator: "\n") + "\n")
    }

    /// Where the drop-in of an inbox would be.
    public static func path(of inbox: String, instance: String?) -> String {
        let unit = instance.map { "wiredesk@\($0).service" } ?? "wiredesk.service"
        return "/etc/systemd/system/\(unit).d/inbox-\(name(of: inbox)).conf"
    }

    private static func isInside(_ path: String, _ folders: [String]) -> Bool {
        folders.contains { path == $0 || path.hasPrefix($0 + "/") }
    }

    /// A path as the name of a file, in the manner of systemd-escape(1) for paths.
    static func name(of path: String) -> String {
        var name = ""
        for byte in path.utf8.drop(while: { $0 == UInt8(ascii: "/") }) {
            switch byte {
            case UInt8(ascii: "/"): name += "-"
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default: name += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return name
    }

    /// A path as a value of a unit: in quotes, with the specifiers of systemd.unit(5) doubled, and missing folders allowed.
    static func quoted(_ path: String) -> String {
        var value = ""
        for scalar in path.unicodeScalars {
            switch scalar {
            case "%": value += "%%"
            case "\\": value += "\\\\"
            case "\"": value += "\\\""
            // A colon would part source and target of a binding.
            case ":": value += "\\:"
            default: value.unicodeScalars.append(scalar)
            }
        }
        return value.contains(" ") || value != path ? "\"-\(value)\"" : "-\(value)"
    }

    private static func oneLine(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.value < 0x20 ? "?" : Character($0) })
    }
}
