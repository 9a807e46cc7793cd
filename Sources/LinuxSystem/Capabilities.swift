import CLinux

/// The capabilities of this process (capabilities(7)).
public enum Capabilities {
    /// Sees to it that no program started from here on gets any of them, whatever a service manager gave to this one by the ambient set.
    ///
    /// The ambient set belongs to a thread: call it first, before there is another.
    public static func keepFromChildren() { _ = wd_clear_ambient_capabilities() }
}
