#include "draw/text.hpp"

#include "core/error.hpp"
#include "draw/cairo.hpp"
#include "draw/fonts.hpp"
#include "draw/glyph_cache.hpp"
#include "draw/math_text.hpp"

#include <optional>

#include <pango/pangocairo.h>

namespace thalweg {

namespace {

constexpr const char* kFamily
    = "Noto Sans, Noto Sans Math, DejaVu Sans"; // Noto Sans itself has no minus sign
constexpr std::size_t kKeptLayouts = 512;

void set_font(PangoLayout* layout, const TextStyle& style)
{
    PangoFontDescription* font = pango_font_description_from_string(kFamily);
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_font_description_set_weight(
        font, style.weight == Weight::bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
}

/// Fonts, and how text is set with them.
struct FontContext {
    GPtr<PangoFontMap> fonts;
    GPtr<PangoContext> context;

    explicit FontContext(GPtr<PangoFontMap> map)
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

    GPtr<PangoLayout> set(const std::string& text, const TextStyle& style) const
    {
        GPtr<PangoLayout> layout(pango_layout_new(context.get()));
        set_font(layout.get(), style);
        if (style.wrap > 0) {
            pango_layout_set_width(layout.get(), static_cast<int>(style.wrap * PANGO_SCALE));
            pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        }
        if (style.fit > 0) {
            pango_layout_set_width(layout.get(), static_cast<int>(style.fit * PANGO_SCALE));
            pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
        }
        if (has_formula(text)) {
            const std::string markup = to_markup(text);
            pango_layout_set_markup(layout.get(), markup.data(), static_cast<int>(markup.size()));
        } else {
            pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        }
        return layout;
    }
};

} // namespace

struct Typesetter::Pango {
    using Key = std::tuple<std::string, double, Weight, double, double>;

    FontContext own{project_fonts()};
    std::optional<FontContext> system; ///< made when a text needs it
    std::map<Key, GPtr<PangoLayout>> layouts;
    GlyphCache glyphs;

    PangoLayout* layout(const std::string& text, const TextStyle& style)
    {
        const Key key{text, style.size, style.weight, style.wrap, style.fit};
        if (const auto known = layouts.find(key); known != layouts.end())
            return known->second.get();
        if (layouts.size() >= kKeptLayouts)
            layouts.clear();
        return layouts.emplace(key, set(text, style)).first->second.get();
    }

private:
    GPtr<PangoLayout> set(const std::string& text, const TextStyle& style)
    {
        GPtr<PangoLayout> layout = own.set(text, style);
        if (pango_layout_get_unknown_glyphs_count(layout.get()) == 0)
            return layout;
        if (!system)
            system.emplace(system_fonts());
        return system->set(text, style);
    }
};

Typesetter::Typesetter()
    : pango_(std::make_unique<Pango>())
{
}
Typesetter::~Typesetter() = default;

Vec2 Typesetter::measure(const std::string& text, const TextStyle& style)
{
    int width = 0, height = 0;
    pango_layout_get_size(pango_->layout(text, style), &width, &height);
    return {static_cast<double>(width) / PANGO_SCALE, static_cast<double>(height) / PANGO_SCALE};
}

void Typesetter::draw(Canvas& canvas, const std::string& text, const TextStyle& style, Vec2 at,
    AlignX align_x, AlignY align_y)
{
    PangoLayout* layout = pango_->layout(text, style);
    const Vec2 size = measure(text, style);
    const double baseline = static_cast<double>(pango_layout_get_baseline(layout)) / PANGO_SCALE;
    const double left = at.x
        - (align_x == AlignX::left          ? 0
                : align_x == AlignX::center ? 0.5 * size.x
                                            : size.x);
    const double top = at.y
        - (align_y == AlignY::top             ? 0
                : align_y == AlignY::middle   ? 0.5 * size.y
                : align_y == AlignY::baseline ? baseline
                                              : size.y);

    canvas.set(style.color);
    if (canvas.medium() == Medium::page) {
        cairo_move_to(canvas.cr(), left, top);
        pango_cairo_show_layout(canvas.cr(), layout); // real text, with its font embedded
        cairo_new_path(canvas.cr());
    } else {
        pango_->glyphs.show(canvas.cr(), layout, left, top);
    }
    canvas.touch({{left - 1, left + size.x + 1}, {top - 1, top + size.y + 1}});
}

} // namespace thalweg
