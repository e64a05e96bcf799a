#include "draw/canvas.hpp"

#include <numbers>

namespace thalweg {

Canvas::Canvas(cairo_t* cr, double scale, Medium medium, TileSet* touched)
    : cr_(cr)
    , scale_(scale)
    , medium_(medium)
    , touched_(touched)
{
    cairo_scale(cr_, scale, scale);
    cairo_set_line_cap(cr_, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cr_, CAIRO_LINE_JOIN_ROUND);
}

void Canvas::touch(const Box& box)
{
    constexpr double soft_edge_px = 1.5;
    if (touched_)
        touched_->add(box.x.lo * scale_ - soft_edge_px, box.y.lo * scale_ - soft_edge_px,
            box.x.hi * scale_ + soft_edge_px, box.y.hi * scale_ + soft_edge_px);
}

void Canvas::set(const Color& color)
{
    cairo_set_source_rgba(cr_, color.r, color.g, color.b, color.a);
}

void Canvas::rectangle(const Box& box)
{
    cairo_rectangle(cr_, box.x.lo, box.y.lo, box.width(), box.height());
}

void Canvas::line(Vec2 from, Vec2 to)
{
    cairo_move_to(cr_, from.x, from.y);
    cairo_line_to(cr_, to.x, to.y);
}

void Canvas::circle(Vec2 center, double radius)
{
    cairo_new_sub_path(cr_);
    cairo_arc(cr_, center.x, center.y, radius, 0, 2 * std::numbers::pi);
    cairo_close_path(cr_);
}

void Canvas::fill(const Color& color)
{
    set(color);
    if (touched_) {
        Box box;
        cairo_path_extents(cr_, &box.x.lo, &box.y.lo, &box.x.hi, &box.y.hi);
        touch(box);
    }
    cairo_fill(cr_);
}

void Canvas::stroke(
    const Color& color, double width, std::span<const double> dashes, double dash_offset)
{
    set(color);
    cairo_set_line_width(cr_, width);
    cairo_set_dash(cr_, dashes.data(), static_cast<int>(dashes.size()), dash_offset);
    if (touched_) {
        Box box;
        cairo_path_extents(cr_, &box.x.lo, &box.y.lo, &box.x.hi, &box.y.hi);
        touch(grown(box, 0.5 * width));
    }
    cairo_stroke(cr_);
}

} // namespace thalweg
