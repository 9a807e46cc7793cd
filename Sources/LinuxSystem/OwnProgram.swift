import Glibc

/// The programs that are installed with the one that runs.
public enum OwnProgram {
    /// The path of a program that belongs to the running one: beside it, else in `../lib/wiredesk` or `../libexec/wiredesk` of it; nil
    /// where there is none. The running program is found by /proc/self/exe, so that neither PATH nor the working directory can put
    /// another in its place.
    public static func find(_ name: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0, let slash = buffer[..<count].lastIndex(of: CChar(UInt8(ascii: "/"))) else { return nil }
        let folder = String(decoding: buffer[..<slash].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let candidates = [
            "\(folder)/\(name)", "\(folder)/../lib/wiredesk/\(name)", "\(folder)/../libexec/wiredesk/\(name)",
        ]
        return candidates.first { access($0, X_OK) == 0 }
    }
}
