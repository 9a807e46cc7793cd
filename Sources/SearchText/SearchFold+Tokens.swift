import CFoldTable

/// Questions about single tokens of the index.
extension SearchFold {
    /// Whether a string is one token as `fold` writes them, so that it is safe between quotation marks.
    package static func isToken(_ string: String) -> Bool {
        !string.isEmpty && string.utf8.count <= maximumTokenBytes
            && string.unicodeScalars.allSatisfy { scalar in
                switch scalar {
                case ".", "&", "+", "#": true
                default:
                    switch ScalarClass(wd_fold_lookup(scalar.value)) {
                    case .mark, .nukta, .stacker, .southeastMark: true
                    case let other: other.startsWord
                    }
                }
            }
    }
}

extension String {
    /// Whether the token is of Hangul.
    package var isHangul: Bool {
        switch firstClass {
        case .hangul, .jamoLead, .jamoVowel, .jamoTail: true
        default: false
        }
    }

    /// Whether the token is of a script that is cut into pairs.
    package var isDividedScript: Bool {
        switch firstClass {
        case .han, .hiragana, .katakana, .southeastBase, .southeastLead: true
        default: false
        }
    }

    private var firstClass: ScalarClass {
        unicodeScalars.first.map { ScalarClass(wd_fold_lookup($0.value)) } ?? .separator
    }
}
