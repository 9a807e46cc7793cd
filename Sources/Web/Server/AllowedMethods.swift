import HTTPTypes
import Hummingbird

/// Which methods an address takes, so that another one is refused as such and not as an unknown address.
struct AllowedMethods: Sendable {
    private struct Route: Sendable {
        var path: [RouterPath.Element]
        var method: HTTPRequest.Method
    }

    private let routes: [Route]

    /// - Parameter router: one with all the routes; those with GET take HEAD too.
    init(_ router: Router<WebContext>) {
        routes = router.routes.map { Route(path: Array($0.path.components), method: $0.method) }
    }

    /// The methods of an address in their order; empty for an unknown address.
    func methods(of path: String) -> [String] {
        let segments = path.split(separator: "/")
        var found: Set<String> = []
        for route in routes where Self.matches(route.path, segments) {
            found.insert(route.method.rawValue)
            if route.method == .get { found.insert(HTTPRequest.Method.head.rawValue) }
        }
        return found.sorted()
    }

    private static func matches(_ path: [RouterPath.Element], _ segments: [Substring]) -> Bool {
        if path.last == .recursiveWildcard {
            return segments.count >= path.count - 1 && zip(path.dropLast(), segments).allSatisfy { $0 ~= $1 }
        }
        return path.count == segments.count && zip(path, segments).allSatisfy { $0 ~= $1 }
    }
}
