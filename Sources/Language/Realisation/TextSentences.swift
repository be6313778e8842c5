import Facts

/// Sentences for lists, dates and sources, for what is not held, and for what was assumed.
extension Realiser {
    /// The items of a list question that are meant.
    public func items(of question: ItemQuestion) -> [Item] {
        let found = grammar.catalogue.items.filter { item in
            let isMeant =
                question.isUnion
                ? question.about.contains { item.isAbout([$0]) }
                : question.about.allSatisfy { item.isAbout([$0]) }
            return question.lists.contains(item.list) && isMeant
                && !question.except.contains { item.isAbout([$0]) }
        }
        return question.slice.map { $0.of(found) } ?? found
    }

    public func text(of question: ItemQuestion) -> String? {
        guard question.lists.count < 2 else {
            let parts = question.lists.map { list -> String? in
                var one = question
                one.lists = [list]
                return self.items(of: one).isEmpty ? "" : text(of: one)
            }
            let texts = parts.compactMap { $0 }.filter { !$0.isEmpty }
            return parts.contains(nil) || texts.isEmpty ? nil : texts.joined(separator: "\n")
        }
        let items = items(of: question)
        let names = question.lists.compactMap { id in grammar.definitions.lists.first { $0.id == id } }
        guard let name = names.first else { return nil }
        let count = items.count
        var values = [
            "count": FigureText.count(count), "Count": FigureText.capitalised(FigureText.count(count)),
            "name": count == 1 ? name.singular : name.name, "singular": name.singular,
        ]
        if !question.about.isEmpty {
            values["about"] = FigureText.list(
                question.about.map { shown($0) }, question.isUnion ? "or" : "and")
        }
        if !question.except.isEmpty { values["except"] = FigureText.list(question.except) }
        let lines = items.map { "- " + $0.text }
        switch question.aspect {
        case .list where question.slice != nil:
            return sentence("list", [count == 1 ? "slice of one" : "slice"], values).map {
                ([$0] + lines).joined(separator: "\n")
            }
        case .list:
            let heading = sentence(
                "list", [question.about.isEmpty && question.except.isEmpty ? "all" : "some"], values)
            return heading.map { ([$0] + lines).joined(separator: "\n") }
        case .count: return sentence("list", [count == 1 ? "count one" : "count"], values)
        case .countAndList:
            return sentence("list", [count == 1 ? "count one and list" : "count and list"], values).map {
                ([$0] + lines).joined(separator: "\n")
            }
        case .countClaim(let claimed):
            return sentence("list", [claimed == count ? "claim right" : "claim wrong"], values)
        case .any:
            guard name.isOfBodies else {
                return sentence("list", ["any"], values).map { ([$0] + lines).joined(separator: "\n") }
            }
            values["items"] = FigureText.list(items.map(\.name))
            values["total"] = FigureText.count(
                grammar.catalogue.items.filter { question.lists.contains($0.list) }.count)
            values["names"] = name.name
            return sentence("member", [count == 1 ? "" : "several"], values)
        case .outsider(let outsider):
            values["item"] = FigureText.capitalised(outsider)
            values["members"] = FigureText.list(items.map(\.name))
            return sentence("member", ["outsider"], values)
        }
    }

    /// A topic as it is written: letters that are an acronym, and names, keep their capitals.
    private func shown(_ topic: String) -> String {
        let letters = grammar.catalogue.acronyms.map(\.letters) + grammar.catalogue.items.map(\.name)
        return letters.first { $0.lowercased() == topic } ?? topic
    }

    public func text(of acronym: Acronym) -> String? {
        sentence("acronym", [""], ["letters": acronym.letters, "expansion": acronym.expansion])
    }

    public func text(of period: Period, _ aspect: DateAspect) -> String? {
        let quarter = period.quarter
        let shown = aspect == .quarter ? quarter ?? period : period
        return sentence(
            "dates", [aspect.rawValue],
            [
                "period": period.label, "start": shown.start.inWords, "end": shown.end.inWords,
                "days": String(period.days), "quarter": quarter?.label ?? "",
            ])
    }

    public func text(ofUnit measure: String) -> String? {
        guard let measure = grammar.codelists.measure(measure) else { return nil }
        return sentence("unit", [measure.unit.rawValue], ["A measure": measureSubject(measure.id)])
    }

    public func text(ofSources sources: [Source]) -> String? {
        let named = sources.map { source in
            sentence("provenance", ["source"], ["title": source.title, "publisher": source.publisher])
                ?? source.title
        }
        return sentence("provenance", [""], ["sources": FigureText.list(named)])
    }

    /// Which figure has a value: "73.7% is the formal action rate for drug offences in Q2 2022/23".
    public func text(ofLookup cells: [Finding.Cell]) -> String? {
        let sentences = cells.map { cell -> String? in
            var values = [
                "measure": cell.series.crimeType.flatMap { grammar.codelists.crimeType($0)?.name }.map {
                    "the \(measure(cell.series)) for \($0)"
                } ?? measure(cell.series),
                "value": figures.text(cell), "period": cell.period.label,
            ]
            if let change = cell.change {
                values["before"] = figures.text(change.before, of: cell, in: change.from)
                values["after"] = figures.text(change.after, of: cell, in: change.to)
                values["from"] = change.from.label
                values["to"] = change.to.label
                values["direction"] = direction(change)
                values["percent"] = change.percent.map { figures.percent($0) }
                return sentence("lookup", ["change"], values)
            }
            return sentence("lookup", [""], values)
        }
        let all = sentences.compactMap { $0 }.map { FigureText.capitalised($0) }
        return all.isEmpty ? nil : all.joined(separator: " ")
    }

    // MARK: - What cannot be answered

    public func text(of refusal: Refusal) -> String {
        switch refusal {
        case .unheld(let ids):
            let unheld = ids.compactMap { grammar.definitions.unheld[$0] }
            if let say = unheld.compactMap(\.say).first { return say }
            return sentence("refusal", ["unheld"], ["names": FigureText.list(unheld.map(\.name))]) ?? ""
        case .onlyRates(let crimeTypes):
            return sentence("refusal", ["only rates"], ["crime types": crimes(crimeTypes)]) ?? ""
        case .notAdditive(let measure):
            return sentence(
                "refusal", ["not additive"], ["measure": grammar.codelists.measure(measure)?.name ?? measure])
                ?? ""
        case .crimeTypes(let ids):
            return sentence("refusal", ["crime types"], ["crime types": crimes(ids), "held": heldCrimes()])
                ?? ""
        case .areas(let ids, let crimeTypes):
            let areas = FigureText.list(ids.map { grammar.codelists.area($0)?.name ?? $0 }, "or")
            let values = [
                "areas": areas, "held": FigureText.list(heldAreas()), "crime types": crimes(crimeTypes),
                "held types": heldCrimes(),
            ]
            return sentence("refusal", [crimeTypes.isEmpty ? "areas" : "areas and types"], values) ?? ""
        case .elsewhere(let ids):
            let areas = FigureText.list(ids.map { grammar.codelists.area($0)?.name ?? $0 }, "or")
            let home = grammar.codelists.home?.name ?? ""
            return sentence("refusal", ["elsewhere"], ["areas": areas, "home": home]) ?? ""
        case .series(let series):
            return text(
                ofMissing: series.map {
                    Finding.Missing(series: $0, period: .since(Day(number: 0)), held: [])
                })
        case .period(let held):
            return sentence("refusal", ["period"], ["held": Self.stretches(held)]) ?? ""
        case .nothing: return sentence("refusal", ["nothing"], [:]) ?? ""
        case .notMoney: return sentence("refusal", ["not money"], [:]) ?? ""
        case .topics(let list, let topics):
            let name = grammar.definitions.lists.first { $0.id == list }?.name ?? list
            return sentence("refusal", ["topics"], ["list": name, "topics": FigureText.list(topics)]) ?? ""
        }
    }

    /// That something asked for is not held, and which periods are.
    public func text(ofMissing missing: [Finding.Missing]) -> String {
        guard let first = missing.first else { return "" }
        let names = missing.map { one in
            let crime = crimeType(one.series).map { " for \($0)" } ?? ""
            let isRate = grammar.codelists.measure(one.series.measure)?.unit == .percent
            let place = one.series.area == grammar.codelists.home?.id ? "" : " in " + area(one.series)
            return (isRate ? "the " : "") + measure(one.series) + crime + place
        }
        let periods = missing.map(\.period).distinct
        var values = [
            "what": FigureText.list(names.distinct, "or"),
            "period": FigureText.list(periods.map(\.label), "or"),
            "measure": measure(first.series),
        ]
        if !first.held.isEmpty { values["held"] = Self.stretches(first.held) }
        let kind: String
        if let covered = covered(first.period, among: first.held) {
            // A part is never given out as the whole.
            values["covered"] = Restatement.stretch(covered)
            kind = "part missing"
        } else {
            kind = first.held.isEmpty ? "missing all" : "missing"
        }
        return sentence("refusal", [kind], values) ?? ""
    }

    /// The stretch of a period that is held, when it is one; nil when none of it is.
    public func covered(_ period: Period, among held: [Period]) -> Period? {
        let inside = held.filter { period.contains($0) }
        guard let first = inside.first, let last = inside.last, !period.isOpen else { return nil }
        let areNext = zip(inside, inside.dropFirst()).allSatisfy { $0.end.adding(1) == $1.start }
        return areNext ? Period(from: first.start, to: last.end) : nil
    }

    /// Months that follow on one another as one stretch: nobody wants to read sixty of them.
    private static func stretches(_ periods: [Period]) -> String {
        guard periods.count > 4, periods.allSatisfy({ $0.grain == .month }) else {
            return Restatement.periods(periods)
        }
        return FigureText.list(periods.stretches.map { Restatement.stretch($0) })
    }

    /// What was assumed, a line each; periods without a year together.
    public func notes(_ assumptions: [Assumption]) -> [String] {
        let years = assumptions.compactMap { assumption -> Period? in
            if case .year(let period) = assumption { period } else { nil }
        }
        guard years.count > 1 else { return assumptions.compactMap { note($0) } }
        let others = assumptions.filter { if case .year = $0 { false } else { true } }
        let together = sentence("note", ["years"], ["periods": Restatement.periods(years.sorted())])
        return others.compactMap { self.note($0) } + [together].compactMap { $0 }
    }

    func note(_ assumption: Assumption) -> String? {
        switch assumption {
        case .latest(let period): sentence("note", ["latest"], ["period": period.label])
        case .latestChange(let from, let to):
            sentence("note", ["latest change"], ["periods": Restatement.periods([from, to])])
        case .year(let period): sentence("note", ["year"], ["period": period.label])
        case .list: nil
        case .leftOut(let id):
            sentence("note", ["left out"], ["crime type": grammar.codelists.crimeType(id)?.name ?? id])
        case .partHeld(let period):
            sentence("note", ["part of period"], ["period": Restatement.stretch(period)])
        case .measure(let id):
            sentence(
                "note", [grammar.codelists.measure(id)?.unit == .percent ? "measure" : "count"],
                ["measure": grammar.codelists.measure(id)?.name ?? id])
        case .crimeType(let id):
            sentence("note", ["count"], ["measure": grammar.codelists.crimeType(id)?.name ?? id])
        }
    }

    public func note(_ kind: String, _ values: [String: String]) -> String? {
        sentence("note", [kind], values)
    }

    private func crimes(_ ids: [String]) -> String {
        FigureText.list(ids.map { grammar.codelists.crimeType($0)?.name ?? $0 }, "or")
    }

    private func heldCrimes() -> String {
        let held = grammar.codelists.crimeTypes.filter { grammar.heldCrimeTypes.contains($0.id) }
        return FigureText.list(held.map(\.name))
    }

    private func heldAreas() -> [String] {
        let held = grammar.catalogue.held.areas
        let names = grammar.codelists.areas.filter { held.contains($0.id) }.map(\.name)
        let rest = names.count - Self.mostAreas
        // "and 1 more" would be no shorter than the name.
        return rest > 1 ? names.prefix(Self.mostAreas) + ["\(rest) more"] : names
    }

    /// Names that are listed; a year of the Home Office's figures has some fifty.
    private static let mostAreas = 8
}
