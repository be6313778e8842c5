import Facts

/// What follows from the figures that a question rests on. It needs no store.
struct Computation {
    private let question: FigureQuestion
    private let cells: Cells
    private let arithmetic: Arithmetic
    private let ordering: Ordering
    private let conditions: Conditions

    init(of question: FigureQuestion, holdings: Holdings, codelists: Codelists) {
        self.question = question
        cells = Cells(of: question, holdings: holdings, codelists: codelists)
        arithmetic = Arithmetic(cells: cells, question: question, codelists: codelists)
        let weighing = Weighing(quantity: question.quantity)
        let equality = Equality(isApproximate: question.claim?.isApproximate ?? false)
        conditions = Conditions(weighing: weighing, cells: cells, equality: equality)
        ordering = Ordering(
            cells: cells, weighing: weighing, direction: question.claim?.condition?.direction)
    }

    func finding() -> Finding {
        let results = results
        let claims = Claims(
            question: question, cells: cells, results: results, conditions: conditions, ordering: ordering)
        var finding = Finding(
            question: question, cells: cells.all, results: results, verdict: claims.verdict(),
            missing: cells.missing)
        finding.holding = claims.holding
        return finding
    }

    private var results: [Finding.Result] {
        switch question.operation {
        case .show: return []
        case .sum: return arithmetic.sum()
        case .mean: return arithmetic.mean()
        case .median: return arithmetic.median()
        case .difference: return arithmetic.differences()
        case .ratio: return arithmetic.ratios()
        case .share: return arithmetic.share()
        case .partOf: return arithmetic.parts()
        case .per(let grain): return arithmetic.averages(for: grain)
        case .rank(let order, let axis):
            return ordering.ranked(order, over: axis).flatMap { indices in
                ordering.first(question.limit, of: indices).map(arithmetic.chosen)
            }
        case .extreme(let order, let position, let axis):
            return ordering.extreme(order, position: position, over: axis).flatMap {
                $0.map(arithmetic.chosen)
            }
        case .range: return arithmetic.ranges()
        case .filter(let condition, _, _):
            return cells.all.indices.filter {
                conditions.holds(condition, of: cells.all[$0], asked: cells.asked[$0]) ?? false
            }.map(arithmetic.chosen)
        }
    }
}
