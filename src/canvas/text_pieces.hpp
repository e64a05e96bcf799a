#pragma once

#include "canvas/math/box.hpp"
#include "canvas/math/fonts.hpp"
#include "canvas/text_style.hpp"

#include <memory>
#include <string>
#include <vector>

namespace thalweg::canvas {

/// A text in which one character of Pango's line stands for each piece of a formula.
struct TextWithPieces {
    struct ListFree {
        void operator()(PangoAttrList* p) const noexcept { pango_attr_list_unref(p); }
    };
    std::string text{};
    std::vector<std::unique_ptr<const MathBox>> boxes{}; ///< that the attributes point to
    std::unique_ptr<PangoAttrList, ListFree> attributes{pango_attr_list_new()}; ///< their shapes
};

TextWithPieces text_with_pieces(const std::string& text, const TextStyle& style, MathFonts& fonts);

} // namespace thalweg::canvas
