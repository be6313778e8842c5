import ArgumentParser

enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
}

/// How text looks. The answer itself is never coloured; what stands beside it is dimmed.
struct Style {
    let isDimming: Bool

    /// `auto` goes by the terminal, and by NO_COLOR, CLICOLOR_FORCE and TERM as other programs do.
    init(choice: ColorChoice, isTerminal: Bool) {
        switch choice {
        case .always: isDimming = true
        case .never: isDimming = false
        case .auto:
            if Environment.value("NO_COLOR") != nil {
                isDimming = false
            } else if let force = Environment.value("CLICOLOR_FORCE"), force != "0" {
                isDimming = true
            } else {
                isDimming = isTerminal && Environment.value("TERM") ?? "dumb" != "dumb"
            }
        }
    }

    func dim(_ text: String) -> String { isDimming ? "\u{1B}[2m\(text)\u{1B}[22m" : text }
}
