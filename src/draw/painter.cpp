#include "draw/painter.hpp"

#include <algorithm>

namespace thalweg {

Painter::Layer::Layer(int width_px, int height_px)
    : pixels(width_px, height_px)
    , surface(cairo_image_surface_create_for_data(
          pixels.bytes(), CAIRO_FORMAT_RGB24, width_px, height_px, pixels.stride_bytes()))
    , cr(cairo_create(surface.get()))
{
    check(cairo_status(cr.get()), "make a picture");
}

void Painter::Layer::copy_tiles(const Layer& from, const TileSet& tiles)
{
    cairo_surface_flush(surface.get());
    tiles.for_each([&](const PixelRect& tile) {
        for (int y = tile.y; y < tile.y + tile.height; ++y)
            std::copy_n(
                from.pixels.row(y).begin() + tile.x, tile.width, pixels.row(y).begin() + tile.x);
    });
    cairo_surface_mark_dirty(surface.get());
}

Painter::Painter(StagePtr stage, const Palette& palette, int width_px, int height_px)
    : stage_(std::move(stage))
    , palette_(palette)
    , sidebar_(type_, *stage_, palette)
    , backdrop_(width_px, height_px)
    , ground_(width_px, height_px)
    , frame_(width_px, height_px)
    , action_(width_px, height_px)
{
}

void Painter::set_view(const Box& view)
{
    view_ = view;
    history_.emplace(*stage_, palette_, view);
    const Saved saved(backdrop_.cr.get());
    Canvas canvas(backdrop_.cr.get(), stage_->format.scale, Medium::pixels);
    draw_backdrop(canvas, type_, *stage_, palette_, sidebar_, view);
    check(cairo_status(backdrop_.cr.get()), "draw the backdrop");
}

/// Puts exactly the finished blocks on the ground, from the backdrop anew where there are too many.
void Painter::bring_ground_to(double step, TileSet& touched)
{
    const std::size_t finished = history_->finished(step);
    if (finished < blocks_) {
        touched.add_all();
        ground_.copy_tiles(backdrop_, touched);
        blocks_ = 0;
    }
    const Saved saved(ground_.cr.get());
    Canvas canvas(ground_.cr.get(), stage_->format.scale, Medium::pixels, &touched);
    for (; blocks_ < finished; ++blocks_)
        history_->draw_block(canvas, blocks_);
}

const Pixels& Painter::draw(double time_s, TileSet& changed)
{
    const Box view = stage_->camera.view(time_s);
    Moment moment{view, stage_->experiment->step_at(time_s), stage_->labels.at(time_s)};
    if (moment == shown_) {
        changed = TileSet(frame_.pixels.width(), frame_.pixels.height());
        return frame_.pixels;
    }
    shown_ = std::move(moment);
    changed = action_;
    if (!view_ || *view_ != view) {
        set_view(view);
        changed.add_all();
        ground_.copy_tiles(backdrop_, changed);
        blocks_ = 0;
    }
    bring_ground_to(stage_->experiment->step_at(time_s), changed);
    frame_.copy_tiles(ground_, changed);

    action_.clear();
    const Saved saved(frame_.cr.get());
    Canvas canvas(frame_.cr.get(), stage_->format.scale, Medium::pixels, &action_);
    draw_action(canvas, type_, *stage_, palette_, sidebar_, *history_, view, time_s);
    cairo_surface_flush(frame_.surface.get());
    check(cairo_status(frame_.cr.get()), "draw a frame");
    changed.add(action_);
    return frame_.pixels;
}

} // namespace thalweg
