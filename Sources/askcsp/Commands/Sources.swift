import ArgumentParser
import Facts

struct Sources: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "What is in the store: each source, its periods, areas and files.",
        usage: "askcsp sources [options]")

    @OptionGroup var options: Options

    func run() throws {
        let sources = try options.settings.service().heldSources()
        var records = RecordWriter(
            settings: options.settings,
            columns: [
                "source", "title", "publisher", "licence", "periods", "areas", "figures", "file", "sha256",
                "imported", "rows", "file_periods",
            ], isAlone: false, gap: "\n")
        for source in sources {
            try records.add(text: source.asText.visible, rows: source.rows) { writer in
                writer.object { source.write(to: &$0) }
            }
        }
        try records.finish()
    }
}

extension HeldSource {
    fileprivate var asText: String {
        var lines = [source.title]
        if !source.publisher.isEmpty { lines.append("  Publisher: \(source.publisher)") }
        lines.append("  Licence: \(source.attribution)")
        lines.append("  Figures: \(observations), of \(areas.of("area"))")
        lines.append("  Periods: \(periods.labels)")
        for file in files {
            lines.append("  File: \(file.name)")
            lines.append(
                "    \(file.rows.of("row")), \(file.periods.labels); imported \(file.importedOn.inWords)")
            lines.append("    SHA-256 \(file.sha256)")
        }
        return lines.joined(separator: "\n")
    }

    /// A row for each file; one for a source of Data/.
    fileprivate var rows: [[TableStyle.Cell]] {
        let start: [TableStyle.Cell] = [
            .text(source.id), .text(source.title), .text(source.publisher), .text(source.licence),
            .text(periods.labels), .number("\(areas)"), .number("\(observations)"),
        ]
        guard !files.isEmpty else {
            return [start + [.text(""), .text(""), .text(""), .text(""), .text("")]]
        }
        return files.map { file in
            start + [
                .text(file.name), .text(file.sha256), .text(file.importedOn.description),
                .number("\(file.rows)"), .text(file.periods.labels),
            ]
        }
    }

    fileprivate func write(to writer: inout JSONWriter) {
        writer.string(source.id, for: "source")
        writer.string(source.title, for: "title")
        writer.string(source.publisher, for: "publisher")
        writer.string(source.licence, for: "licence")
        writer.number("\(areas)", for: "areas")
        writer.number("\(observations)", for: "figures")
        writer.array(of: periods, for: "periods") { $0.write($1) }
        writer.array(of: files, for: "files") { writer, file in
            writer.object {
                $0.string(file.name, for: "file")
                $0.string(file.sha256, for: "sha256")
                $0.string(file.importedOn.description, for: "imported")
                $0.number("\(file.rows)", for: "rows")
                $0.array(of: file.periods, for: "periods") { $0.write($1) }
            }
        }
    }
}

extension Source {
    /// The Open Government Licence asks for these words wherever its data are used.
    fileprivate var attribution: String {
        if licence.isEmpty { return "not known" }
        return licence.hasPrefix("Open Government Licence")
            ? "Contains public sector information licensed under the \(licence)." : licence
    }
}

extension Coverage.Run {
    /// The days from the first period's start to the last one's end.
    fileprivate var whole: Period { Period(from: first.start, to: periods.last?.end ?? first.end) ?? first }
}

extension [Coverage.Run] {
    /// `12 months, January 2025 to December 2025`; a single period by its name.
    fileprivate var labels: String {
        map { run in
            guard run.count > 1, let last = run.periods.last else { return run.first.label }
            return "\(run.first.label) to \(last.label)"
        }.joined(separator: ", ")
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ run: Coverage.Run) {
        object {
            $0.string([run].labels, for: "label")
            $0.string(run.whole.start.description, for: "start")
            $0.string(run.whole.end.description, for: "end")
            $0.number("\(run.count)", for: "count")
        }
    }
}
