import Glibc

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
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            let code = errno
            if code == ENOENT, !isRequired { return DeskConfiguration() }
            throw unreadable(path, String(cString: strerror(code)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw unreadable(path, "it is no regular file")
        }
        let bytes = try contents(of: descriptor, path: path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw unreadable(path, "it is not in UTF-8; save it in that encoding")
        }
        return try DeskConfiguration(yaml: text, file: path)
    }

    private static func contents(of descriptor: Int32, path: String) throws(ConfigurationError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 {
                let code = errno
                if code == EINTR { continue }
                throw unreadable(path, String(cString: strerror(code)))
            }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= largestFile else {
                throw unreadable(path, "it is larger than \(ByteSizeText.format(Int64(largestFile)))")
            }
        }
    }

    private static func unreadable(_ path: String, _ reason: String) -> ConfigurationError {
        ConfigurationError(problems: [
            ConfigurationProblem(file: path, message: "the configuration cannot be read: \(reason)")
        ])
    }
}
