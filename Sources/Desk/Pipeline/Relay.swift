/// Lets closures that are made before the desk is whole reach it afterwards.
///
/// `@unchecked Sendable`: `desk` is set once at the end of `Desk.init`, before anything that calls the closures is started.
final class Relay: @unchecked Sendable {
    weak var desk: Desk?
}
