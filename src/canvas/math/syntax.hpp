#pragma once

#include "core/error.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace thalweg::canvas {

/// What a part of a formula is to its neighbours: spaces come from it.
///
/// Source  D. E. Knuth, The TeXbook, 1986, chapter 17
enum class MathClass : unsigned char {
    ordinary,
    operation,
    binary,
    relation,
    opening,
    closing,
    punctuation,
    inner
};

enum class MathAlphabet : unsigned char { italic, upright, bold };

struct MathNode;
using MathList = std::vector<MathNode>;

/// One part of a formula, with what hangs on it.
struct MathNode {
    enum class Kind : unsigned char {
        symbol, ///< one character, `symbol`
        name, ///< of a function, upright: `text`
        word, ///< in the typeface around the formula: `text`
        group, ///< parts[0]
        fraction, ///< parts[0] above parts[1]
        radical, ///< of parts[0]; of degree parts[1], where that is not empty
        accent, ///< `symbol` above parts[0]
        overline, ///< above parts[0]
        fence, ///< parts[0] between `opening` and `closing`, which are as high as it
        matrix, ///< parts row by row, `columns` in each; between `opening` and `closing`
        space, ///< `space` wide
        style ///< what follows stands as in a formula of its own where `is_display`
    };

    Kind kind = Kind::symbol;
    MathClass type = MathClass::ordinary;
    MathAlphabet alphabet = MathAlphabet::italic;
    char32_t symbol = 0, opening = 0, closing = 0; ///< 0: nothing stands there
    std::string text{};
    std::vector<MathList> parts{};
    std::size_t columns = 0;
    double space = 0; ///< in mu: eighteenths of an em
    bool is_display = false; ///< of a fraction, too: its parts are as large as the text
    bool has_limits = false; ///< its scripts stand below and above it where there is room
    MathList superscript{}, subscript{};
};

/// A formula that cannot be read.
class MathError : public Error {
public:
    MathError(std::size_t place, const std::string& message)
        : Error(Exit::scene, message)
        , at(place)
    {
    }

    std::size_t at; ///< in bytes from the beginning of the text
};

} // namespace thalweg::canvas
