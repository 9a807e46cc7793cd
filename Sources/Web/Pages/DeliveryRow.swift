import ArticleQuery
import LinuxSystem

/// A delivery as tables show it.
struct DeliveryRow {
    let model: PageModel

    init(_ delivery: DeliveryRecord) {
        var model: PageModel = [
            "number": String(delivery.id), "time": LocalTime.minute(milliseconds: delivery.received),
            "file": ShownText.cut(delivery.path.display, ShownText.inList),
            "folder": ShownText.cut(delivery.collection, ShownText.inList),
            "outcome": (delivery.outcome?.rawValue ?? "unfinished") + (delivery.isPartial ? ", in part" : "")
                + (delivery.isReplaced ? ", read again since" : ""),
            "style": delivery.outcome == .rejected ? "error" : delivery.outcome == nil ? "warning" : "",
            "sha256": delivery.sha256.map { String($0.hex.prefix(16)) + "…" } ?? "",
        ]
        if let code = delivery.code {
            model["reason"] = "\(code): \(ShownText.cut(delivery.message ?? "", ShownText.atHead))"
        }
        self.model = model
    }
}
