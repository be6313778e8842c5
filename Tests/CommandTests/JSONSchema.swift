import Foundation

/// As much of JSON Schema (draft 2020-12) as the project's own schema uses; any other keyword is a mistake.
struct JSONSchema {
    private let root: [String: Any]

    struct UnknownKeyword: Error {
        let keyword: String
    }

    init(path: String) throws {
        let data = try Data(contentsOf: Guide.root.appending(path: path))
        root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// What is wrong with a value, each with its place: `.figures[0].unit: not one of the values`.
    func faults(in text: String) throws -> [String] {
        try faults(
            in: JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed), root, "")
    }

    private func faults(in value: Any, _ schema: [String: Any], _ place: String) throws -> [String] {
        var faults: [String] = []
        func fault(_ what: String, unless isRight: Bool) {
            if !isRight { faults.append("\(place): \(what)") }
        }
        let object = value as? [String: Any]
        for (keyword, rule) in schema {
            switch (keyword, rule) {
            case ("$schema", _), ("title", _), ("description", _), ("$defs", _): break
            case ("$ref", let name as String):
                faults += try self.faults(in: value, definition(name), place)
            case ("type", let names):
                let names = names as? [String] ?? [names as? String ?? ""]
                fault("not \(names.joined(separator: " or "))", unless: names.contains { isType($0, value) })
            case ("enum", let values as [String]):
                fault("not one of the values", unless: (value as? String).map(values.contains) ?? false)
            case ("anyOf", let schemas as [[String: Any]]):
                fault(
                    "none of the schemas",
                    unless: try schemas.contains { try self.faults(in: value, $0, place).isEmpty })
            case ("required", let keys as [String]):
                for key in keys { fault("no '\(key)'", unless: object?[key] != nil) }
            case ("properties", let properties as [String: [String: Any]]):
                for (key, schema) in properties {
                    if let own = object?[key] {
                        faults += try self.faults(in: own, schema, "\(place).\(key)")
                    }
                }
            case ("additionalProperties", let isAllowed as Bool):
                let known = schema["properties"] as? [String: Any] ?? [:]
                for key in (object ?? [:]).keys {
                    fault("'\(key)' is unknown", unless: isAllowed || known[key] != nil)
                }
            case ("items", let schema as [String: Any]):
                for (index, item) in (value as? [Any] ?? []).enumerated() {
                    faults += try self.faults(in: item, schema, "\(place)[\(index)]")
                }
            case ("minLength", let least as Int):
                fault("too short", unless: ((value as? String)?.count ?? 0) >= least)
            case ("minimum", let least as Int):
                fault("too small", unless: ((value as? NSNumber)?.intValue ?? least) >= least)
            case ("pattern", let pattern as String):
                fault("not like \(pattern)", unless: try (value as? String)?.contains(Regex(pattern)) ?? true)
            default: throw UnknownKeyword(keyword: keyword)
            }
        }
        return faults
    }

    private func definition(_ name: String) -> [String: Any] {
        let definitions = root["$defs"] as? [String: [String: Any]]
        return name.hasPrefix("#/$defs/") ? definitions?[String(name.dropFirst(8))] ?? [:] : [:]
    }

    private func isType(_ name: String, _ value: Any) -> Bool {
        switch name {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "null": value is NSNull
        case "number": value is NSNumber
        case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
        default: false
        }
    }
}
