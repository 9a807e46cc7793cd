import CConfinement
import Glibc

/// In place of `pdftotext`: the program that the first line of the PDF names (`%PDF- /usr/bin/cat /etc/passwd`), locked in as the tool is.
enum MisbehavingTool {
    static func become() -> Never {
        var bytes = [UInt8](repeating: 0, count: 1024)
        let count = pread(0, &bytes, bytes.count, 0)
        let line = bytes.prefix(max(0, count)).prefix { $0 != 0x0A }
        let words = String(decoding: line, as: UTF8.self).split(separator: " ").dropFirst().map(String.init)
        guard let program = words.first else { exit(64) }
        var pointers = words.map { strdup($0) } + [nil]
        let limits = wd_tool_limits(address_space: 1 << 30, seconds: 5, processor_seconds: 5, output: 64 << 10)
        _ = pointers.withUnsafeMutableBufferPointer { wd_become_confined_tool(program, $0.baseAddress, limits) }
        exit(errno == ENOENT ? 69 : 70)
    }
}
