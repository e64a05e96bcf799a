#pragma once

#include "canvas/fonts.hpp"
#include "canvas/glyph_cache.hpp"
#include "canvas/math/box.hpp"
#include "canvas/math/fonts.hpp"
#include "canvas/text_style.hpp"
#include "canvas/typesetter.hpp"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <pango/pangocairo.h>

namespace thalweg::canvas {

/// Glyphs of one font in one line.
struct TextRun {
    const PangoGlyphItem* item; ///< owned by the layout
    double x; ///< of its first glyph's origin, from the left end of its line
    double baseline; ///< from the top of the text
    const MathBox* formula = nullptr; ///< or a piece of one, in place of the glyphs
};

struct TextLine {
    double width;
    double baseline; ///< from the top of the text
    std::vector<TextRun> runs;
};

/// A text, set. All lengths in layout units.
struct TextLayout {
    GPtr<PangoLayout> pango; ///< keeps the glyphs alive
    std::vector<std::unique_ptr<const MathBox>> formulas; ///< what the runs point to
    std::string words; ///< the text with its formulas in one line of plain characters
    std::vector<TextLine> lines;
    Vec2 size;

    const char* text() const { return pango_layout_get_text(pango.get()); }
};

/// Where the upper left corner of a text of this size stands from its anchor, before any turn.
Vec2 corner_from_anchor(const TextLayout& layout, const Anchor& anchor);

/// How far a line is moved to the right within its text: lines of a centred text are centred.
double line_indent(const TextLayout& layout, const TextLine& line, AlignX align);

/// Sets texts, and keeps those set last. For one thread.
struct Typesetter::Pango {
    const TextLayout& layout(const std::string& text, const TextStyle& style);

    bool has_math_font() const { return own_.formulas.face().has_math(); }

    GlyphCache glyphs{}; ///< for canvases of pixels

private:
    /// Fonts, and how text is set with them.
    struct FontContext {
        explicit FontContext(GPtr<PangoFontMap> map);
        GPtr<PangoFontMap> fonts;
        GPtr<PangoContext> context;
        MathFonts formulas{context.get()};
    };
    using Key = std::tuple<std::string, double, Weight, double, bool>;

    TextLayout set_with(FontContext& fonts, const std::string& text, const TextStyle& style);
    TextLayout set(const std::string& text, const TextStyle& style);

    FontContext own_{project_fonts()};
    std::optional<FontContext> system_; ///< made when a text needs it
    std::map<Key, TextLayout> layouts_;
};

} // namespace thalweg::canvas
