import Testing

/// What a shell offers, asked as the shell asks: by the script that the program made.
struct ShellCompletionTests {
    /// The last word is the one that is being typed.
    private func offered(_ words: String...) throws -> [String] {
        let script = try Askcsp.run("--generate-completion-script", "bash").output
        let quoted = words.map { "'\($0)'" }.joined(separator: " ")
        let shell = """
            \(script)
            askcsp() { "\(Askcsp.path)" "$@"; }
            COMP_WORDS=(askcsp \(quoted)); COMP_CWORD=\(words.count)
            COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
            _askcsp askcsp "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        return try Askcsp.run(
            ["--norc"], bytes: Array(shell.utf8), environment: ["PATH": "/usr/bin:/bin"], program: "/bin/bash"
        ).lines
    }

    @Test func valuesOfOptionsAreOffered() throws {
        #expect(try offered("--format", "j") == ["json", "jsonl"])
        #expect(try offered("sources", "--color", "") == ["auto", "always", "never"])
        #expect(try offered("report", "--today", "2022-") == ["2022-10-01", "2022-07-01", "2022-04-01"])
        #expect(try offered("import", "/etc/passw").contains("/etc/passwd"))
        #expect(try offered("import", "--skip") == ["--skip-bad-rows"])
    }

    @Test func whatTheStoreHoldsIsOffered() throws {
        #expect(try offered("report", "") == ["Q2", "Q1"])
        #expect(try offered("report", "Q1", "") == ["2022/23"])
        #expect(try offered("period", "20") == ["2021/22"])
        #expect(try offered("examples", "fig") == ["figure"])
    }

    @Test func aQuestionIsCompletedFromTheGrammar() throws {
        #expect(try offered("ask", "drug", "offences", "Q2", "v").first == "vs")
        #expect(try offered("explain", "--format", "json", "drug", "off").first == "offences")
        #expect(try offered("ask", "drug offences Q2 comp").contains("drug offences Q2 compared with"))
    }
}
