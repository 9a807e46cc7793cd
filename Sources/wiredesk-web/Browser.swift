import Foundation

/// The browser of whoever sits at this machine.
enum Browser {
    /// The program that opens an address in the browser that a person prefers (xdg-utils).
    private static let program = "xdg-open"

    /// Opens a link, and says so where nothing can open it.
    static func open(_ link: String) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        guard
            let path = folders.map({ "\($0)/\(program)" }).first(where: {
                FileManager.default.isExecutableFile(atPath: $0)
            })
        else { return complain("there is no \(program) here") }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = [link]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        do { try process.run() } catch { complain("\(path): \(error.localizedDescription)") }
    }

    private static func complain(_ reason: String) {
        FileHandle.standardError.write(
            Data("wiredesk-web: no browser was opened: \(reason); open the link yourself\n".utf8))
    }
}
