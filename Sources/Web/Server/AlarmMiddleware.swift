import Hummingbird

/// Finds out for pages whether something is wrong at the intake, which stands in the head of each, that of an error too.
struct AlarmMiddleware: RouterMiddleware {
    /// An error with what is known of the request that met it.
    struct Failed: Error {
        var error: any Error
        var context: WebContext
    }

    let alarm: IntakeAlarm

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard !request.isForPrograms else { return try await next(request, context) }
        var context = context
        context.alarm = await alarm.words()
        do {
            return try await next(request, context)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw Failed(error: error, context: context)
        }
    }
}
