#include "draw/map_panel.hpp"

#include "draw/axes.hpp"
#include "draw/basin_colors.hpp"
#include "draw/cairo.hpp"
#include "draw/contour_labels.hpp"
#include "draw/marker.hpp"
#include "stage/heads.hpp"

#include <array>

namespace thalweg {

namespace {

void add_curve(Canvas& canvas, const Projection& project, const Bezier& curve)
{
    const Vec2 b = project(curve.p[1]), c = project(curve.p[2]), d = project(curve.p[3]);
    cairo_curve_to(canvas.cr(), b.x, b.y, c.x, c.y, d.x, d.y);
}

void add_curves(
    Canvas& canvas, const Projection& project, const std::vector<Bezier>& curves, bool closed)
{
    if (curves.empty())
        return;
    const Vec2 start = project(curves.front().p[0]);
    cairo_move_to(canvas.cr(), start.x, start.y);
    for (const Bezier& curve : curves)
        add_curve(canvas, project, curve);
    if (closed)
        cairo_close_path(canvas.cr());
}

/// Each region {f >= level} over the lower ones: fills overlap, so that no viewer shows a seam
/// between them.
void draw_ground(
    Canvas& canvas, const Projection& project, const MapContours& contours, const Palette& palette)
{
    const int bands = static_cast<int>(contours.sets.size()) + 1;
    canvas.rectangle(project.panel);
    canvas.fill(band_color(palette, 0, bands));
    for (int band = 1; band < bands; ++band) {
        for (const Outline& outline : contours.regions[static_cast<std::size_t>(band) - 1])
            add_curves(canvas, project, outline, true);
        canvas.fill(band_color(palette, band, bands));
    }
}

/// The map of basins as an image: a pixel of it for a pixel of the picture, or more coarsely where
/// that would be too many.
void draw_basins(
    Canvas& canvas, const Projection& project, const Stage& stage, const Palette& palette)
{
    const BasinGround& ground = *stage.basins;
    const BasinMap& map = ground.map(stage.contours.rung_for(project.view));
    Pixels picture = basin_picture(map, ground.scale(), palette);
    const CairoPtr<cairo_surface_t> image(cairo_image_surface_create_for_data(picture.bytes(),
        CAIRO_FORMAT_RGB24, picture.width(), picture.height(), picture.stride_bytes()));
    const Vec2 corner = project({map.grid.box.x.lo, map.grid.box.y.hi});
    const Saved saved(canvas.cr());
    cairo_translate(canvas.cr(), corner.x, corner.y);
    cairo_scale(canvas.cr(), project.units_per_x() * map.grid.box.width() / picture.width(),
        project.units_per_y() * map.grid.box.height() / picture.height());
    cairo_set_source_surface(canvas.cr(), image.get(), 0, 0);
    if (canvas.medium() == Medium::pixels) // else the border would let the background through
        cairo_pattern_set_extend(cairo_get_source(canvas.cr()), CAIRO_EXTEND_PAD);
    cairo_paint(canvas.cr());
    cairo_surface_finish(image.get()); // a page keeps a copy, since the pixels go now
}

void draw_lines(
    Canvas& canvas, const Projection& project, const MapContours& contours, const Palette& palette)
{
    constexpr double line_width = 0.7;
    for (const LevelSet& set : contours.sets)
        for (const Ring& ring : set.rings)
            add_curves(canvas, project, ring.beziers, ring.closed);
    canvas.stroke(palette.contour, line_width);
}

/// Dashed lines across the map where there are few minima, short arms where there are many.
void draw_minima(Canvas& canvas, const Projection& project, const std::vector<Vec2>& minima,
    const Palette& palette)
{
    constexpr double arm = 13, gap = 5, ring = 2.6, line_width = 0.9;
    constexpr std::array<double, 2> dashes{3, 3};
    const Box& map = project.panel;
    const bool across = minima.size() <= 2;
    for (const Vec2 minimum : minima) {
        const Vec2 p = project(minimum);
        if (!map.contains(p))
            continue;
        const double left = across ? p.x - map.x.lo : arm, right = across ? map.x.hi - p.x : arm;
        const double above = across ? p.y - map.y.lo : arm, below = across ? map.y.hi - p.y : arm;
        canvas.line(p - Vec2{gap, 0}, p - Vec2{left, 0});
        canvas.line(p + Vec2{gap, 0}, p + Vec2{right, 0});
        canvas.line(p - Vec2{0, gap}, p - Vec2{0, above});
        canvas.line(p + Vec2{0, gap}, p + Vec2{0, below});
        canvas.stroke(palette.cross_hair.with_alpha(0.55), line_width, dashes);
        canvas.circle(p, ring);
        canvas.stroke(palette.cross_hair, 1.2);
    }
}

void draw_starts(Canvas& canvas, const Stage& stage, const Box& view, const Palette& palette)
{
    for (const RunPlan& run : stage.experiment->plan.runs) {
        const Head start = on_panel(view, stage.layout.map, run.start);
        if (start.outside()) {
            draw_edge_arrow(
                canvas, start.at, start.direction, 9, palette.text, palette.marker_edge);
            continue;
        }
        canvas.circle(start.at, 4.2);
        canvas.stroke(palette.marker_edge, 3);
        canvas.circle(start.at, 4.2);
        canvas.stroke(palette.text, 1.5);
    }
}

} // namespace

void draw_map(
    Canvas& canvas, Typesetter& type, const Stage& stage, const Palette& palette, const Box& view)
{
    const ContourPlan& plan = stage.experiment->plan.contour;
    const Projection project{view, stage.layout.map};
    const MapContours& contours = stage.contours.for_view(view);
    {
        const MapClip clip(canvas, stage.layout.map);
        if (stage.basins)
            draw_basins(canvas, project, stage, palette);
        else if (plan.fill)
            draw_ground(canvas, project, contours, palette);
        if (plan.lines)
            draw_lines(canvas, project, contours, palette);
        if (plan.labels)
            draw_contour_labels(canvas, type, stage, palette, project, contours);
        if (plan.minima)
            draw_minima(canvas, project, stage.experiment->plan.surface->facts().minima, palette);
        draw_starts(canvas, stage, view, palette);
    }
    draw_axes(canvas, type, project, palette, stage.format.text_size());
}

} // namespace thalweg
