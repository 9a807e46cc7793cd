import Foundation
import Glibc
import LinuxSystem
import NewsModel
import Testing

@testable import Intake

/// Copies of large files in the work folder.
@Suite struct FileCaptureTests {
    @Test func holesOfALargeFile_TakeNoRoomInItsCopy_WhichHasItsBytes() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("capture-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let size = 2 * FileCapture.memoryBytes + 12_345
        let places: [Int64] = [3, FileCapture.memoryBytes, size - 5_000]
        do {
            let file = try Descriptor.open(path: folder.path + "/sparse", flags: O_RDWR | O_CREAT, mode: 0o600)
            try file.setSize(size)
            for place in places { try file.writeAll(Array("news".utf8), at: place) }
        }
        let directory = try Descriptor.directory(path: folder.path)
        let copy = try FileCapture(workDirectory: directory).capture(FileName("sparse"), in: directory, expecting: nil)
        #expect(copy.size == size)
        #expect(try copy.descriptor.status().size == size)
        var bytes = [UInt8](repeating: 1, count: Int(size))
        let count = try bytes.withUnsafeMutableBytes { buffer throws(SystemError) in
            try copy.descriptor.readFully(into: buffer, at: 0)
        }
        #expect(count == Int(size))
        for place in places { #expect(bytes[Int(place)..<Int(place) + 4].elementsEqual("news".utf8)) }
        #expect(bytes.count { $0 != 0 } == 4 * places.count)
        var status = stat()
        #expect(fstat(copy.descriptor.number, &status) == 0)
        #expect(Int64(status.st_blocks) * 512 < FileCapture.memoryBytes)
    }
}
