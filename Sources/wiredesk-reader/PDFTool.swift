import CConfinement
import Glibc

/// poppler's `pdftotext`, which finds words and where they stand in a PDF. It is a program of its own, since its licence (GPL) does not suit
/// linking, and since a parser of PDF is best kept apart.
enum PDFTool {
    /// Where Debian has it.
    static let path = "/usr/bin/pdftotext"

    /// How this ends where the tool does not run; the tool itself ends with 0 to 4 and 99.
    enum ExitStatus {
        static let usage: Int32 = 64
        static let missing: Int32 = 69
        static let confinement: Int32 = 70
    }

    /// Becomes the tool, locked in, with the PDF as descriptor 0 and its words as descriptor 1.
    ///
    /// - Returns: why it could not, as an exit status.
    static func become(_ arguments: [String]) -> Int32 {
        guard let memory = ReaderMain.value(of: "--memory", in: arguments),
            let seconds = ReaderMain.value(of: "--seconds", in: arguments),
            let processor = ReaderMain.value(of: "--processor", in: arguments),
            let output = ReaderMain.value(of: "--output", in: arguments)
        else { return ExitStatus.usage }
        // Words with their places, in reading order by columns; from the standard input to the standard output.
        let words = ["pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-"]
        var pointers = words.map { strdup($0) } + [nil]
        let limits = wd_tool_limits(
            address_space: memory, seconds: seconds, processor_seconds: processor, output: output)
        _ = pointers.withUnsafeMutableBufferPointer { wd_become_confined_tool(path, $0.baseAddress, limits) }
        return errno == ENOENT || errno == EACCES ? ExitStatus.missing : ExitStatus.confinement
    }
}
