#include "canvas/text_layout.hpp"

#include "canvas/math/formulas.hpp"
#include "canvas/math/linear.hpp"
#include "canvas/text_pieces.hpp"
#include "canvas/xml.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::canvas {

namespace {

/// Of Noto Sans, in em. Every line has these, so that a minus sign or a superscript does not move
/// its neighbours.
constexpr double kAscent = 1.069, kDescent = 0.293;
constexpr double kLeading = 0.1; // in em, beyond what is higher than that
constexpr std::size_t kKeptLayouts = 512;

struct FontFree {
    void operator()(PangoFontDescription* p) const noexcept { pango_font_description_free(p); }
};
struct IteratorFree {
    void operator()(PangoLayoutIter* p) const noexcept { pango_layout_iter_free(p); }
};

double units(int pango)
{
    return static_cast<double>(pango) / PANGO_SCALE;
}

TextLayout set_lines(
    PangoContext* context, MathFonts& fonts, const std::string& text, const TextStyle& style)
{
    TextLayout out{.pango = GPtr<PangoLayout>(pango_layout_new(context))};
    PangoLayout* const layout = out.pango.get();
    const std::unique_ptr<PangoFontDescription, FontFree> font(text_font(style.size, style.weight));
    pango_layout_set_font_description(layout, font.get());
    if (style.wrap > 0) {
        pango_layout_set_width(layout, static_cast<int>(std::ceil(style.wrap * PANGO_SCALE)));
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    }
    const std::string plain = allowed_characters(text);
    TextWithPieces shown = text_with_pieces(plain, style, fonts);
    pango_layout_set_text(layout, shown.text.data(), static_cast<int>(shown.text.size()));
    // Names that are too long break without a hyphen of Pango's, which would look like their own.
    pango_attr_list_insert(shown.attributes.get(), pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout, shown.attributes.get());
    out.formulas = std::move(shown.boxes);
    out.words = has_formula(plain) ? linear_text(plain) : plain;
    return out;
}

/// Narrows a wrapped layout as far as it keeps its number of lines and its words whole.
void even_out(PangoLayout* layout)
{
    const int lines = pango_layout_get_line_count(layout);
    const auto is_too_narrow = [&](int width) {
        pango_layout_set_width(layout, width);
        int widest = 0;
        pango_layout_get_size(layout, &widest, nullptr);
        return widest > width || pango_layout_get_line_count(layout) > lines;
    };
    int too_narrow = 0, enough = pango_layout_get_width(layout);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
    if (is_too_narrow(enough)) { // a word is wider than a line
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        return;
    }
    constexpr int kStep = PANGO_SCALE / 4;
    while (enough - too_narrow > kStep) {
        const int width = (too_narrow + enough) / 2;
        (is_too_narrow(width) ? too_narrow : enough) = width;
    }
    pango_layout_set_width(layout, enough);
}

/// Begins a line below those that are there. Lines stand at even distances; only letters beyond the
/// font's own ascent and descent (of other scripts) make more room.
void add_line(TextLayout& text, PangoLayoutIter* at, double size)
{
    PangoRectangle ink, line;
    pango_layout_iter_get_line_extents(at, &ink, &line);
    const int baseline = pango_layout_iter_get_baseline(at);
    const auto reach = [&](double least, double ink_reach) {
        return ink_reach > least * size ? ink_reach + kLeading * size : least * size;
    };
    const double ascent = reach(kAscent, units(baseline - ink.y));
    const double descent = reach(kDescent, units(ink.y + ink.height - baseline));
    text.lines.push_back({units(line.width), text.size.y + ascent, {}});
    text.size = {std::max(text.size.x, units(line.width)), text.size.y + ascent + descent};
}

void add_run(TextLine& line, PangoLayoutIter* at)
{
    const PangoGlyphItem* item = pango_layout_iter_get_run_readonly(at);
    if (!item)
        return; // the end of a line
    PangoRectangle line_extent, extent;
    pango_layout_iter_get_line_extents(at, nullptr, &line_extent);
    pango_layout_iter_get_run_extents(at, nullptr, &extent);
    const int rise = pango_layout_iter_get_baseline(at) - pango_layout_iter_get_run_baseline(at);
    TextRun run{item, units(extent.x - line_extent.x), line.baseline - units(rise)};
    for (const GSList* at_item = item->item->analysis.extra_attrs; at_item;
         at_item = at_item->next) {
        const auto* attribute = static_cast<const PangoAttribute*>(at_item->data);
        if (attribute->klass->type == PANGO_ATTR_SHAPE)
            run.formula = static_cast<const MathBox*>(
                reinterpret_cast<const PangoAttrShape*>(attribute)->data);
    }
    line.runs.push_back(run);
}

void read_lines(TextLayout& out, double size)
{
    const std::unique_ptr<PangoLayoutIter, IteratorFree> at(pango_layout_get_iter(out.pango.get()));
    const PangoLayoutLine* current = nullptr;
    do {
        const PangoLayoutLine* line = pango_layout_iter_get_line_readonly(at.get());
        if (line != current)
            add_line(out, at.get(), size);
        current = line;
        add_run(out.lines.back(), at.get());
    } while (pango_layout_iter_next_run(at.get()));
}

} // namespace

Vec2 corner_from_anchor(const TextLayout& layout, const Anchor& anchor)
{
    const auto [width, height] = layout.size;
    const double left = anchor.x == AlignX::left ? 0
        : anchor.x == AlignX::center             ? 0.5 * width
                                                 : width;
    const double top = anchor.y == AlignY::top ? 0
        : anchor.y == AlignY::middle           ? 0.5 * height
        : anchor.y == AlignY::baseline         ? layout.lines.front().baseline
                                               : height;
    return {-left, -top};
}

double line_indent(const TextLayout& layout, const TextLine& line, AlignX align)
{
    const double free = layout.size.x - line.width;
    return align == AlignX::left ? 0 : align == AlignX::center ? 0.5 * free : free;
}

Typesetter::Pango::FontContext::FontContext(GPtr<PangoFontMap> map)
    : fonts(std::move(map))
    , context(pango_font_map_create_context(fonts.get()))
{
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
}

TextLayout Typesetter::Pango::set_with(
    FontContext& fonts, const std::string& text, const TextStyle& style)
{
    return set_lines(fonts.context.get(), fonts.formulas, text, style);
}

TextLayout Typesetter::Pango::set(const std::string& text, const TextStyle& style)
{
    TextLayout out = set_with(own_, text, style);
    if (pango_layout_get_unknown_glyphs_count(out.pango.get()) > 0) {
        if (!system_)
            system_.emplace(system_fonts());
        out = set_with(*system_, text, style);
    }
    if (style.wrap > 0 && style.even_lines && pango_layout_get_line_count(out.pango.get()) > 1)
        even_out(out.pango.get());
    read_lines(out, style.size);
    return out;
}

const TextLayout& Typesetter::Pango::layout(const std::string& text, const TextStyle& style)
{
    const Key key{text, style.size, style.weight, style.wrap, style.even_lines};
    if (const auto known = layouts_.find(key); known != layouts_.end())
        return known->second;
    if (layouts_.size() >= kKeptLayouts)
        layouts_.clear();
    return layouts_.emplace(key, set(text, style)).first->second;
}

} // namespace thalweg::canvas
