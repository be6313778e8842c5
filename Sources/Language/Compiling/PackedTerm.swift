import Facts

/// What a term begins with in a compiled grammar.
enum PackedTerm: Int { case word, number, capture, call, slots }

extension Unpacker {
    private static let constructions = Construction.allCases

    /// The meaning of a term for what was read; nil when it is none, such as a thirteenth month. Nothing may be read
    /// on from there.
    ///
    /// - Parameter captured: the value of the sequence's n-th part.
    mutating func meaning(in lexicon: Lexicon, _ captured: (Int) -> Value) -> Value? {
        switch PackedTerm(rawValue: number()) {
        case .word: return .word(lexicon.text(number()))
        case .number: return .amount(Amount(Rational(signed())))
        case .capture: return captured(number())
        case .call:
            let construction = Self.constructions[number()]
            let count = number()
            var values: [Value] = []
            values.reserveCapacity(count)
            for _ in 0..<count {
                guard let value = meaning(in: lexicon, captured) else { return nil }
                values.append(value)
            }
            return construction.value(values)
        case .slots:
            let count = number()
            var assignments: [Value.Assignment] = []
            assignments.reserveCapacity(count)
            for _ in 0..<count {
                let slot = slot()
                guard let value = meaning(in: lexicon, captured) else { return nil }
                assignments.append(Value.Assignment(slot: slot, value: value))
            }
            return .slots(assignments)
        case nil: return nil
        }
    }
}
