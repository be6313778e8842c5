extension Notice {
    /// What to type instead of a line that begins as a command does in the shell, or as a command here without its slash;
    /// nil for any other line.
    ///
    /// `examples` is `/examples` here, `import q3.csv` belongs to the shell, and of `askcsp drugs` the question is enough.
    static func hint(at line: String) -> Notice? {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let first = words.first?.lowercased() else { return nil }
        let rest = words.dropFirst().joined(separator: " ")
        if ["askcsp", "ask"].contains(first) {
            return rest.isEmpty ? nil : hint(at: rest) ?? .questionAlone(rest)
        }
        if let command = TerminalCommand(rawValue: first) { return .meantCommand(command) }
        return AskCSP.commandNames.contains(first) ? .shellCommand(line, name: first) : nil
    }
}
