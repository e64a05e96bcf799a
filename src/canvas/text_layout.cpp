#include "canvas/text_layout.hpp"

#include "canvas/math_text.hpp"
#include "canvas/xml.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::canvas {

namespace {

constexpr const char* kFamily
    = "Noto Sans, Noto Sans Math, DejaVu Sans"; // Noto Sans itself has no minus sign
/// Of Noto Sans, in em. Every line has these, so that a minus sign or a superscript does not move
/// its neighbours.
constexpr double kAscent = 1.069, kDescent = 0.293;
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

/// Names that are too long break without a hyphen of Pango's, which would look like their own.
void set_without_hyphens(PangoLayout* layout)
{
    PangoAttrList* known = pango_layout_get_attributes(layout); // of a formula
    PangoAttrList* attributes = known ? pango_attr_list_copy(known) : pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

GPtr<PangoLayout> set_lines(PangoContext* context, const std::string& text, const TextStyle& style)
{
    GPtr<PangoLayout> layout(pango_layout_new(context));
    const std::unique_ptr<PangoFontDescription, FontFree> font(
        pango_font_description_from_string(kFamily));
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(
        font.get(), style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    if (style.wrap > 0) {
        pango_layout_set_width(layout.get(), static_cast<int>(std::ceil(style.wrap * PANGO_SCALE)));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }
    const std::string plain = allowed_characters(text);
    const std::string shown = has_formula(plain) ? to_markup(plain) : plain;
    const int length = static_cast<int>(shown.size());
    if (has_formula(plain))
        pango_layout_set_markup(layout.get(), shown.data(), length);
    else
        pango_layout_set_text(layout.get(), shown.data(), length);
    set_without_hyphens(layout.get());
    return layout;
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
    const double ascent = std::max(kAscent * size, units(baseline - ink.y));
    const double descent = std::max(kDescent * size, units(ink.y + ink.height - baseline));
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
    line.runs.push_back({item, units(extent.x - line_extent.x), line.baseline - units(rise)});
}

TextLayout read_lines(GPtr<PangoLayout> pango, double size)
{
    TextLayout out;
    const std::unique_ptr<PangoLayoutIter, IteratorFree> at(pango_layout_get_iter(pango.get()));
    const PangoLayoutLine* current = nullptr;
    do {
        const PangoLayoutLine* line = pango_layout_iter_get_line_readonly(at.get());
        if (line != current)
            add_line(out, at.get(), size);
        current = line;
        add_run(out.lines.back(), at.get());
    } while (pango_layout_iter_next_run(at.get()));
    out.pango = std::move(pango);
    return out;
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

TextLayout Typesetter::Pango::set(const std::string& text, const TextStyle& style)
{
    GPtr<PangoLayout> layout = set_lines(own_.context.get(), text, style);
    if (pango_layout_get_unknown_glyphs_count(layout.get()) > 0) {
        if (!system_)
            system_.emplace(system_fonts());
        layout = set_lines(system_->context.get(), text, style);
    }
    if (style.wrap > 0 && style.even_lines && pango_layout_get_line_count(layout.get()) > 1)
        even_out(layout.get());
    return read_lines(std::move(layout), style.size);
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
