#include "canvas/cairo_canvas.hpp"

#include "canvas/bounded_path.hpp"

namespace thalweg::canvas {

namespace {

/// In device units. Cairo's numbers end at 2^23, but from 2^20 on its edges lose their slopes.
constexpr double kFarthest = 1 << 16;

} // namespace

CairoCanvas::CairoCanvas(cairo_t* cr, double scale, const Palette& palette, Typesetter& type)
    : Canvas(palette)
    , saved_(cr)
    , cr_(cr)
    , scale_(scale)
    , type_(type)
{
    const Range all{-kFarthest / scale, kFarthest / scale};
    clips_.push_back({all, all});
    cairo_scale(cr_, scale, scale);
    cairo_set_line_join(cr_, CAIRO_LINE_JOIN_ROUND);
}

bool CairoCanvas::is_seen(const Box& box) const
{
    return overlap(grown(box, 1), clip()); // an extent may have no area
}

void CairoCanvas::fill(const Path& path, const Color& color)
{
    if (path.empty() || color.a <= 0)
        return;
    Path cut;
    const Path& bounded = bounded_fill(path, clips_.front(), cut);
    if (bounded.empty() || !is_seen(bounded.extent()))
        return;
    note(bounded.extent());
    set_source(cr_, color);
    set_path(cr_, bounded);
    cairo_fill(cr_);
}

void CairoCanvas::stroke(const Path& path, const Stroke& stroke)
{
    if (path.empty() || stroke.color.a <= 0 || !(stroke.width > 0))
        return;
    Path cut;
    const Path& bounded = bounded_stroke(path, clips_.front(), cut);
    if (bounded.empty() || !is_seen(grown(bounded.extent(), 0.5 * stroke.width)))
        return;
    note_segments(bounded, 0.5 * stroke.width);
    set_source(cr_, stroke.color);
    set_path(cr_, bounded);
    cairo_set_line_width(cr_, stroke.width);
    cairo_set_line_cap(cr_, stroke.cap == Cap::round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    const auto dashes = is_dash_pattern(stroke.dashes) ? stroke.dashes : std::span<const double>{};
    cairo_set_dash(cr_, dashes.data(), static_cast<int>(dashes.size()), stroke.dash_offset);
    cairo_stroke(cr_);
}

/// A long path touches little of its extent.
void CairoCanvas::note_segments(const Path& path, double reach)
{
    const Vec2* next = path.points().data();
    Vec2 start{}, at{};
    for (const Path::Verb verb : path.verbs()) {
        const Vec2 from = at;
        Box box{{from.x, from.x}, {from.y, from.y}};
        const int count = verb == Path::Verb::close ? 0 : verb == Path::Verb::curve ? 3 : 1;
        for (int i = 0; i < count; ++i, ++next) {
            at = *next;
            box = verb == Path::Verb::move ? Box{{at.x, at.x}, {at.y, at.y}}
                                           : hull(box, {{at.x, at.x}, {at.y, at.y}});
        }
        if (verb == Path::Verb::move)
            start = at;
        if (verb == Path::Verb::close) {
            at = start;
            box = hull(box, {{at.x, at.x}, {at.y, at.y}});
        }
        note(grown(box, reach));
    }
}

void CairoCanvas::image(const Pixels& pixels, const Box& box, Opacity opacity)
{
    if (pixels.width() == 0 || pixels.height() == 0 || !is_seen(box) || box.width() <= 0
        || box.height() <= 0)
        return;
    note(box);
    const Saved saved(cr_);
    const CairoPtr<cairo_surface_t> surface = source_of(pixels, opacity);
    const CairoPtr<cairo_pattern_t> pattern(cairo_pattern_create_for_surface(surface.get()));
    cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_PAD); // no soft edge
    cairo_rectangle(cr_, box.x.lo, box.y.lo, box.width(), box.height());
    cairo_clip(cr_);
    cairo_translate(cr_, box.x.lo, box.y.lo);
    cairo_scale(cr_, box.width() / pixels.width(), box.height() / pixels.height());
    cairo_set_source(cr_, pattern.get());
    cairo_paint(cr_);
    cairo_surface_flush(surface.get());
}

void CairoCanvas::push_clip(const Box& box)
{
    clips_.push_back(common(clip(), box));
    cairo_save(cr_);
    cairo_rectangle(cr_, clip().x.lo, clip().y.lo, clip().width(), clip().height());
    cairo_clip(cr_);
}

void CairoCanvas::pop_clip()
{
    clips_.pop_back();
    cairo_restore(cr_);
}

CairoPtr<cairo_surface_t> source_of(const Pixels& pixels, Opacity opacity)
{
    // Cairo only reads a source, though it asks for one that could be written.
    return CairoPtr<cairo_surface_t>(
        cairo_image_surface_create_for_data(const_cast<std::uint8_t*>(pixels.bytes()),
            opacity == Opacity::whole ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, pixels.width(),
            pixels.height(), pixels.stride_bytes()));
}

void set_path(cairo_t* cr, const Path& path)
{
    cairo_new_path(cr);
    const Vec2* p = path.points().data();
    for (const Path::Verb verb : path.verbs())
        switch (verb) {
        case Path::Verb::move:
            cairo_move_to(cr, p[0].x, p[0].y);
            p += 1;
            break;
        case Path::Verb::line:
            cairo_line_to(cr, p[0].x, p[0].y);
            p += 1;
            break;
        case Path::Verb::curve:
            cairo_curve_to(cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
            p += 3;
            break;
        case Path::Verb::close:
            cairo_close_path(cr);
            break;
        }
}

} // namespace thalweg::canvas
