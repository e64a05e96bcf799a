#include "canvas/text_outlines.hpp"

#include "canvas/cairo.hpp"
#include "canvas/formula_drawing.hpp"

#include <algorithm>
#include <array>
#include <numbers>

namespace thalweg::canvas {

namespace {

/// The context's path, each point p as `origin + scale * p`.
Path current_path(cairo_t* cr, Vec2 origin, double scale)
{
    const CairoPtr<cairo_path_t> read(cairo_copy_path(cr));
    check(read->status, "outline a text");
    Path path;
    for (int i = 0; i < read->num_data; i += read->data[i].header.length) {
        const cairo_path_data_t* data = &read->data[i];
        const auto point = [&](int k) {
            return origin + scale * Vec2{data[k].point.x, data[k].point.y};
        };
        switch (data->header.type) {
        case CAIRO_PATH_MOVE_TO:
            path.move_to(point(1));
            break;
        case CAIRO_PATH_LINE_TO:
            path.line_to(point(1));
            break;
        case CAIRO_PATH_CURVE_TO:
            path.curve_to(point(1), point(2), point(3));
            break;
        case CAIRO_PATH_CLOSE_PATH:
            path.close();
            break;
        }
    }
    return path;
}

/// Reads the outlines of glyphs, one by one: far from its origin Cairo loses them.
class Outliner {
public:
    explicit Outliner(const Anchor& anchor)
        : anchor_(anchor)
        , surface_(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1))
        , cr_(cairo_create(surface_.get()))
    {
    }

    void add_run(Path& path, const PangoGlyphItem& run, Vec2 at) const
    {
        for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
            const PangoGlyphInfo& info = run.glyphs->glyphs[i];
            add_glyph(path, run.item->analysis.font, info.glyph,
                at + Vec2{info.geometry.x_offset / kPango, info.geometry.y_offset / kPango});
            at.x += info.geometry.width / kPango;
        }
    }
    void add_formula(Path& path, const MathBox& formula, Vec2 at) const
    {
        for (const MathGlyph& glyph : formula.glyphs)
            add_glyph(path, glyph.font, glyph.glyph, at + glyph.at);
        for (const Box& rule : formula.rules)
            path.add(Path::polygon(std::array{placed(at + Vec2{rule.x.lo, rule.y.lo}),
                placed(at + Vec2{rule.x.lo, rule.y.hi}), placed(at + Vec2{rule.x.hi, rule.y.hi}),
                placed(at + Vec2{rule.x.hi, rule.y.lo})}));
    }

private:
    static constexpr double kPango = PANGO_SCALE, kFiner = 64; // Cairo's own numbers end at 1/256

    Vec2 placed(Vec2 from_anchor) const
    {
        return anchor_.at + (anchor_.upward ? Vec2{from_anchor.y, -from_anchor.x} : from_anchor);
    }
    void add_glyph(Path& path, PangoFont* font, PangoGlyph glyph, Vec2 at) const
    {
        const Saved saved(cr_.get());
        cairo_new_path(cr_.get());
        cairo_scale(cr_.get(), kFiner, kFiner);
        if (anchor_.upward)
            cairo_rotate(cr_.get(), -0.5 * std::numbers::pi);
        add_glyph_path(cr_.get(), font, glyph, {});
        cairo_identity_matrix(cr_.get()); // the path is then read in device units
        path.add(current_path(cr_.get(), placed(at), 1 / kFiner));
    }

    const Anchor& anchor_;
    CairoPtr<cairo_surface_t> surface_;
    CairoPtr<cairo_t> cr_;
};

} // namespace

bool has_outlines(const MathBox& formula)
{
    return !formula.rules.empty()
        || std::ranges::any_of(formula.glyphs, [](const auto& glyph) { return !glyph.is_word; });
}

Path text_outlines(const TextLayout& layout, const Anchor& anchor, Outlined what)
{
    const Outliner outliner(anchor);
    const Vec2 corner = corner_from_anchor(layout, anchor);
    Path path;
    for (const TextLine& line : layout.lines)
        for (const TextRun& run : line.runs) {
            const Vec2 at{
                corner.x + line_indent(layout, line, anchor.x) + run.x, corner.y + run.baseline};
            if (run.formula && (what == Outlined::all || has_outlines(*run.formula)))
                outliner.add_formula(path, *run.formula, at);
            else if (!run.formula && what == Outlined::all)
                outliner.add_run(path, *run.item, at);
        }
    return path;
}

} // namespace thalweg::canvas
