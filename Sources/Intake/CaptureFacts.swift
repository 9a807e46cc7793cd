import Glibc
import LinuxSystem

/// What the program that saved a file noted beside its bytes.
public struct CaptureFacts: Sendable, Equatable {
    /// Where the file came from, an http or https URL; nil where nothing was noted.
    public var url: String?

    /// The ending of the files in which the marks of the web of Windows arrive on Linux (copies by WSL, archives, Samba).
    static let zoneEnding = Array(":Zone.Identifier".utf8)
    /// Bytes of a URL that is believed; browsers take no longer ones in their address line.
    static let urlLimit = 2048
    /// Bytes of a zone file that are read; they hold four short lines.
    static let zoneLimit = 8 << 10

    /// Nothing was noted.
    public init(url: String? = nil) { self.url = url }

    /// Reads what was noted of an open file at a path below an inbox: the attribute `user.xdg.origin.url` (freedesktop.org,
    /// Common Extended Attributes; written by Chromium, curl and wget), else `HostUrl=` of a Zone.Identifier file beside it.
    static func read(_ source: any OpenFile, path: [UInt8], in root: any OpenFolder) -> CaptureFacts {
        if let value = source.attribute("user.xdg.origin.url", limit: urlLimit), let url = url(value[...]) {
            return CaptureFacts(url: url)
        }
        guard let zone = zone(path, in: root) else { return CaptureFacts() }
        return CaptureFacts(url: hostURL(zone))
    }

    /// Reads what was noted of a file that was handed over by its descriptor.
    static func read(_ source: any OpenFile) -> CaptureFacts {
        CaptureFacts(url: source.attribute("user.xdg.origin.url", limit: urlLimit).flatMap { url($0[...]) })
    }

    /// The source of a file by its Zone.Identifier: `HostUrl=` is the file's own address, `ReferrerUrl=` only that of the page
    /// with the link, so that it is not taken.
    static func hostURL(_ zone: [UInt8]) -> String? {
        for line in zone.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            let key = Array("hosturl=".utf8)
            let isHost =
                line.count > key.count && zip(line, key).allSatisfy { ((65...90).contains($0) ? $0 + 32 : $0) == $1 }
            if isHost { return url(line.dropFirst(key.count)) }
        }
        return nil
    }

    /// A URL that may be believed: http or https, ASCII without blanks and control characters. `about:internet` is none.
    static func url(_ bytes: ArraySlice<UInt8>) -> String? {
        var bytes = bytes
        while let last = bytes.last, last == 0 || last == 32 { bytes.removeLast() }
        guard bytes.count <= urlLimit, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        let lowered = text.lowercased()
        for scheme in ["http://", "https://"] where lowered.hasPrefix(scheme) && lowered.count > scheme.count {
            return text
        }
        return nil
    }

    private static func zone(_ path: [UInt8], in root: any OpenFolder) -> [UInt8]? {
        guard
            let file = try? root.file(beneath: path + zoneEnding),
            let status = try? file.status(), status.kind == .file
        else { return nil }
        var buffer = [UInt8](repeating: 0, count: zoneLimit)
        guard let count = try? buffer.withUnsafeMutableBytes({ try file.read(into: $0, at: 0) }) else { return nil }
        return Array(buffer.prefix(count))
    }
}
