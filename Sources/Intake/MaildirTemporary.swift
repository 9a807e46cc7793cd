import LinuxSystem

/// The folder `tmp` of a Maildir, in which messages stand while they are being delivered (maildir(5)).
enum MaildirTemporary {
    /// Whether a path goes through a folder `tmp` that has `cur` and `new` beside it.
    static func holds(_ path: [UInt8], below root: any OpenFolder) -> Bool {
        let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (index, part) in parts.dropLast().enumerated() where part.elementsEqual(Array("tmp".utf8)) {
            let beside = parts[..<index].flatMap { Array($0) + [UInt8(ascii: "/")] }
            let isMaildir = ["cur", "new"].allSatisfy { name in
                (try? root.status(of: beside + Array(name.utf8)))?.kind == .directory
            }
            if isMaildir { return true }
        }
        return false
    }
}
