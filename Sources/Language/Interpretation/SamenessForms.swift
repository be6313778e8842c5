import Facts

/// Whether two ways to put figures in order come to the same.
extension Interpreter {
    func samenesses(_ reading: Reading) -> [Meaning] {
        withSubject(reading) { subject in
            guard subject.series.count > 2 else { return [.incomplete(.operands)] }
            let claim = Claim(isSameness: true, isDifference: reading.word(.direction) == "changed")
            let isOfMoves =
                isAboutChange(reading) && !["changed", "unchanged"].contains(reading.word(.direction))
                || reading.has(.kind, "points") || reading.has(.kind, "relative")
            if isOfMoves {
                let order = reading.word(.extreme).flatMap(Order.init(rawValue:)) ?? .highest
                guard let choice = pair(reading, subject) else { return noPeriod(subject, reading) }
                return [
                    question(
                        FigureQuestion(
                            series: subject.series, periods: choice.periods, quantity: .change(.both),
                            operation: .extreme(order, position: 1, over: .crimeType), claim: claim), subject,
                        choice)
                ]
            }
            guard let choice = pair(reading, subject) else { return noPeriod(subject, reading) }
            let operation: Facts.Operation =
                reading.word(.extreme).flatMap(Order.init(rawValue:)).map {
                    .extreme($0, position: 1, over: .crimeType)
                } ?? .rank(.highest, over: .crimeType)
            return [
                question(
                    FigureQuestion(
                        series: subject.series, periods: choice.periods, quantity: level(reading),
                        operation: operation, claim: claim), subject, choice)
            ]
        }
    }
}
