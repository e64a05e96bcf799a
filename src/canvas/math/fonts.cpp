#include "canvas/math/fonts.hpp"

#include "core/error.hpp"

#include <algorithm>

namespace thalweg::canvas {

namespace {

/// Noto Sans itself has no minus sign.
constexpr const char* kTextFamily = "Noto Sans, Noto Sans Math, DejaVu Sans";
constexpr const char* kMathFamily = "Latin Modern Math, Noto Sans Math";

struct DescriptionFree {
    void operator()(PangoFontDescription* p) const noexcept { pango_font_description_free(p); }
};
struct IteratorFree {
    void operator()(PangoLayoutIter* p) const noexcept { pango_layout_iter_free(p); }
};

double units(int pango)
{
    return static_cast<double>(pango) / PANGO_SCALE;
}

GPtr<PangoFont> load(PangoContext* context, double size)
{
    const std::unique_ptr<PangoFontDescription, DescriptionFree> wanted(math_font(size));
    GPtr<PangoFont> font(pango_context_load_font(context, wanted.get()));
    if (!font)
        throw RenderError("could not set a formula: Pango found no font");
    return font;
}

} // namespace

PangoFontDescription* text_font(double size, Weight weight)
{
    PangoFontDescription* font = pango_font_description_from_string(kTextFamily);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_font_description_set_weight(
        font, weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    return font;
}

PangoFontDescription* math_font(double size)
{
    PangoFontDescription* font = pango_font_description_from_string(kMathFamily);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    return font;
}

MathFonts::MathFonts(PangoContext* context)
    : context_(context)
    , face_(load(context, 10).get())
{
}

PangoFont* MathFonts::at(double size)
{
    GPtr<PangoFont>& font = sizes_[size];
    if (!font)
        font = load(context_, size);
    return font.get();
}

PangoFont* MathFonts::keep(PangoFont* font)
{
    GPtr<PangoFont>& kept = kept_[font];
    if (!kept)
        kept.reset(static_cast<PangoFont*>(g_object_ref(font)));
    return font;
}

MathBox MathFonts::word(const std::string& text, double size, Weight weight)
{
    const GPtr<PangoLayout> layout(pango_layout_new(context_));
    const std::unique_ptr<PangoFontDescription, DescriptionFree> font(text_font(size, weight));
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    has_unknown_ |= pango_layout_get_unknown_glyphs_count(layout.get()) > 0;
    PangoRectangle ink;
    pango_layout_line_get_extents(
        pango_layout_get_line_readonly(layout.get(), 0), &ink, nullptr); // from the baseline
    MathBox box{.ascent = units(-ink.y), .descent = units(ink.y + ink.height)};
    box.words.push_back({text, size, {}});
    const std::unique_ptr<PangoLayoutIter, IteratorFree> run(pango_layout_get_iter(layout.get()));
    do {
        const PangoGlyphItem* item = pango_layout_iter_get_run_readonly(run.get());
        if (!item)
            continue;
        PangoFont* const own = keep(item->item->analysis.font);
        for (int i = 0; i < item->glyphs->num_glyphs; ++i) {
            const PangoGlyphInfo& info = item->glyphs->glyphs[i];
            const int begin = item->item->offset + item->glyphs->log_clusters[i];
            const int end = i + 1 < item->glyphs->num_glyphs
                ? item->item->offset + item->glyphs->log_clusters[i + 1]
                : item->item->offset + item->item->length;
            const auto length = static_cast<std::size_t>(std::max(0, end - begin));
            box.glyphs.push_back({.font = own,
                .glyph = info.glyph,
                .at = {box.width + units(info.geometry.x_offset), units(info.geometry.y_offset)},
                .text = text.substr(static_cast<std::size_t>(begin), length),
                .is_word = true});
            box.width += units(info.geometry.width);
        }
    } while (pango_layout_iter_next_run(run.get()));
    return box;
}

} // namespace thalweg::canvas
