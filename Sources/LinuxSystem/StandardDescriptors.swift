import Glibc

/// The standard input, output and error.
public enum StandardDescriptors {
    /// Opens `/dev/null` in the place of those that are closed: else the first files that are opened would get their numbers, and what is
    /// printed or complained of would be written into them.
    public static func open() {
        for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 && errno == EBADF {
            // The lowest number that is free: this one.
            _ = Glibc.open("/dev/null", O_RDWR)
        }
    }
}
