import Export

/// The JSON of `--json` is that of what is exported.
typealias JSONValue = Export.JSONValue
