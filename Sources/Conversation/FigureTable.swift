import Facts
import Language

/// The figures of an answer as rows, each with its unit, period, kind and source.
struct FigureTable {
    let service: Service

    /// Observations first, then what was computed from them.
    func figures(of finding: Finding) -> [Reply.Figure] {
        var rows: [Reply.Figure] = []
        for cell in finding.stated { add(figures(of: cell), to: &rows) }
        switch finding.question.operation {
        case .sum, .mean, .median, .difference, .ratio, .share, .partOf, .per, .range:
            for result in finding.results {
                guard var first = result.cells.first.map({ finding.cells[$0] }) else { continue }
                if case .sum = finding.question.operation { first = first.naming(finding.question.series) }
                add([row(result, of: first)], to: &rows)
            }
        case .filter(_, _, true):
            if let cell = finding.cells.first {
                rows.append(
                    Origin(of: cell, service: service).figure(
                        Rational(finding.countChosen), .count, decimals: 0, cell.period, .computed, note: nil,
                        role: .result))
            }
        case .show, .rank, .extreme, .filter: break
        }
        return rows
    }

    /// Of a level one row; of a change the two figures, the percentage and the difference.
    func figures(of cell: Finding.Cell) -> [Reply.Figure] {
        let measure = service.grammar.codelists.measure(cell.series.measure)
        let unit = measure?.unit ?? cell.unit
        let decimals = measure?.decimals ?? 0
        let origin = Origin(of: cell, service: service)
        guard let change = cell.change else {
            let note = cell.observations.count == 1 ? cell.observations[0].note : nil
            return [
                origin.figure(cell.value, cell.unit, decimals: decimals, cell.period, cell.kind, note: note)
            ]
        }
        func level(_ value: Rational, _ period: Period) -> Reply.Figure {
            let parts = cell.observations.filter { period.contains($0.period) }
            let kind: Kind =
                parts.count > 1 ? .computed : parts.first?.isPublished == false ? .observed : .published
            return origin.figure(
                value, unit, decimals: decimals, period, kind, note: parts.count == 1 ? parts[0].note : nil)
        }
        var rows = [level(change.before, change.from), level(change.after, change.to)]
        let note = "change from \(change.from.label)"
        if let percent = change.percent {
            rows.append(
                origin.figure(
                    percent, .percent, decimals: 2, change.to, change.isPublished ? .published : .computed,
                    note: note, role: .change(from: change.from)))
        }
        rows.append(
            origin.figure(
                change.difference, unit == .percent ? .points : unit, decimals: decimals, change.to,
                .computed,
                note: note, role: .change(from: change.from)))
        return rows
    }

    private func row(_ result: Finding.Result, of cell: Finding.Cell) -> Reply.Figure {
        Origin(of: cell, service: service).figure(
            result.value, result.unit, decimals: result.decimals, cell.period, .computed,
            note: result.formula, role: .result)
    }

    /// What the rows of one cell have in common.
    private struct Origin {
        let measure: String
        let crimeType: String?
        let area: String
        let source: String

        init(of cell: Finding.Cell, service: Service) {
            let codelists = service.grammar.codelists
            measure = codelists.measure(cell.series.measure)?.name ?? cell.series.measure
            crimeType = codelists.crimeTypes(of: cell.series)
            area = codelists.areas(of: cell.series)
            source = service.titles(cell.observations.map(\.source)).joined(separator: "; ")
        }

        func figure(
            _ value: Rational, _ unit: Unit, decimals: Int, _ period: Period, _ kind: Kind, note: String?,
            role: Reply.Figure.Role = .level
        ) -> Reply.Figure {
            Reply.Figure(
                value: value.text(decimals: decimals), unit: unit, measure: measure, crimeType: crimeType,
                area: area, period: period, kind: kind, note: note, source: source, role: role)
        }
    }

    private func add(_ new: [Reply.Figure], to rows: inout [Reply.Figure]) {
        rows += new.filter { !rows.contains($0) }
    }
}

extension Finding.Cell {
    /// The cell as one of all the series that were added up.
    fileprivate func naming(_ series: [Series]) -> Finding.Cell {
        Finding.Cell(
            series: Series(
                measure: self.series.measure, crimeType: self.series.crimeType, area: self.series.area,
                except: self.series.except, added: series.filter { $0 != self.series }),
            period: period, value: value, unit: unit, kind: kind, observations: observations)
    }
}

extension Finding {
    /// The cells that the answer speaks of: of "which crime types fell by more than 20%?" those that did.
    fileprivate var stated: [Cell] {
        guard case .filter = question.operation else { return cells }
        let chosen = Set(results.flatMap(\.cells))
        return cells.indices.filter(chosen.contains).map { cells[$0] }
    }
}
