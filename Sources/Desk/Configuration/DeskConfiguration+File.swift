import Glibc
import LinuxSystem

extension DeskConfiguration {
    /// Where the configuration of the service stands.
    public static let defaultPath = "/etc/wiredesk/wiredesk.yaml"

    /// The largest file that is read, in bytes: hundreds of inboxes fit many times over, and a wrong file is noticed early.
    static let largestFile = 1 << 20

    /// Reads a configuration file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - isRequired: whether a file that does not exist is an error; otherwise it means the defaults.
    /// - Throws: `ConfigurationError`, also where the file cannot be read.
    public static func load(path: String, isRequired: Bool = true) throws(ConfigurationError) -> DeskConfiguration {
        // Without O_NONBLOCK a pipe of that name would hold up the start for ever.
        let contents: [UInt8]?
        do throws(SystemError) {
            contents = try Self.contents(of: Descriptor.open(path: path, flags: O_RDONLY | O_NONBLOCK))
        } catch {
            if error.code == ENOENT, !isRequired { return DeskConfiguration() }
            throw unreadable(path, String(cString: strerror(error.code)))
        }
        guard let bytes = contents else { throw unreadable(path, "it is not a regular file") }
        guard bytes.count <= largestFile else {
            throw unreadable(path, "it is larger than \(ByteSizeSetting.format(Int64(largestFile)))")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw unreadable(path, "it is not in UTF-8; save it in that encoding")
        }
        return try DeskConfiguration(yaml: text, file: path)
    }

    /// The bytes of the file, and one more than are allowed where it is too large; nil where it is not a regular file.
    private static func contents(of file: Descriptor) throws(SystemError) -> [UInt8]? {
        guard try file.status().kind == .file else { return nil }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: largestFile + 1, alignment: 1)
        defer { buffer.deallocate() }
        return Array(buffer[..<(try file.readFully(into: buffer, at: 0))])
    }

    private static func unreadable(_ path: String, _ reason: String) -> ConfigurationError {
        ConfigurationError(problems: [
            ConfigurationProblem(file: path, message: "the configuration cannot be read: \(reason)")
        ])
    }
}
