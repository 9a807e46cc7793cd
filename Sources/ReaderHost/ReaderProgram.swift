import LinuxSystem

/// Where the reader program is found.
public enum ReaderProgram {
    /// The program's name.
    public static let name = "wiredesk-reader"

    /// The path of the reader that belongs to the running program (`OwnProgram`); nil where it is not found.
    public static func find() -> String? { OwnProgram.find(name) }
}
