#include "figure/painter.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::figure {

Painter::Painter(FigurePtr figure, const canvas::Palette& palette, int width_px, int height_px,
    canvas::Backing backing)
    : figure_(std::move(figure))
    , palette_(palette)
    , backing_(backing)
    , backdrop_(width_px, height_px, backing)
    , ground_(width_px, height_px, backing)
    , frame_(width_px, height_px, backing)
    , shown_(figure_->items().size(), Shown{.touched = TileSet(width_px, height_px)})
    , action_(width_px, height_px)
{
    if (backing_ == canvas::Backing::nothing)
        return; // layers begin empty
    const auto canvas = backdrop_.canvas(figure_->format().scale, palette_, type_);
    const canvas::Format& format = figure_->format();
    canvas->fill(
        canvas::Path::rectangle({{0, format.width}, {0, format.height}}), palette_.background);
    ground_.copy_box(backdrop_, {0, 0, width_px, height_px});
    blank_ = backdrop_.pixels().row(0).front();
}

/// The pixels that a box of layout units touches.
PixelRect Painter::pixels_of(const Box& box) const
{
    const double scale = figure_->format().scale;
    const auto clamped = [](double v, int most) {
        return static_cast<int>(std::clamp(v, 0.0, static_cast<double>(most)));
    };
    const int width = frame_.pixels().width(), height = frame_.pixels().height();
    const int left = clamped(std::floor(box.x.lo * scale), width),
              top = clamped(std::floor(box.y.lo * scale), height);
    return {left, top, clamped(std::ceil(box.x.hi * scale), width) - left,
        clamped(std::ceil(box.y.hi * scale), height) - top};
}

/// Draws the backdrop of one panel anew and takes exactly its pixels to the ground, so that the
/// settled blocks of its neighbours stay.
void Painter::draw_backdrop(
    const PlacedItem& item, const experiment::Moment& moment, Shown& shown, TileSet& changed)
{
    const PixelRect pixels = pixels_of(item.outer);
    shown.touched.for_each(
        [&](const PixelRect& tile) { backdrop_.set_box(common(tile, pixels), blank_); });
    TileSet drawn(frame_.pixels().width(), frame_.pixels().height());
    {
        const auto canvas = backdrop_.canvas(figure_->format().scale, palette_, type_, &drawn);
        const canvas::Clip clip(*canvas, item.outer);
        figure_->draw_backdrop(*canvas, item, moment);
    }
    shown.touched.add(drawn);
    shown.touched.for_each(
        [&](const PixelRect& tile) { ground_.copy_box(backdrop_, common(tile, pixels)); });
    changed.add(shown.touched);
    shown.touched = std::move(drawn);
}

/// Draws the blocks of one panel that have settled since.
void Painter::draw_blocks(
    const PlacedItem& item, const experiment::Moment& moment, Shown& shown, TileSet& changed)
{
    const std::size_t settled = item.panel->settled(moment);
    if (shown.blocks == settled)
        return;
    TileSet drawn(frame_.pixels().width(), frame_.pixels().height());
    const auto canvas = ground_.canvas(figure_->format().scale, palette_, type_, &drawn);
    for (; shown.blocks < settled; ++shown.blocks)
        item.panel->draw_settled(*canvas, moment, shown.blocks);
    shown.touched.add(drawn);
    changed.add(drawn);
}

/// Brings backdrops and settled blocks to a moment, but for panels that move.
void Painter::bring_ground_up_to(const experiment::Moment& moment, TileSet& changed)
{
    const auto& items = figure_->items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        Shown& shown = shown_[i];
        std::vector<double> view = items[i].panel->view(moment);
        const bool moved = shown.last_view && shown.last_view != view && shown.view != view;
        if (moved && !shown.moves)
            changed.add(shown.touched);
        shown.moves = moved;
        shown.last_view = view;
        if (moved)
            continue;
        if (shown.view != view || items[i].panel->settled(moment) < shown.blocks) {
            draw_backdrop(items[i], moment, shown, changed);
            shown.view = std::move(view);
            shown.blocks = 0;
        }
        draw_blocks(items[i], moment, shown, changed);
    }
}

/// Brings tiles back to the ground, and to the empty page where panels move.
void Painter::restore_frame(const TileSet& changed)
{
    std::vector<PixelRect> moving;
    for (std::size_t i = 0; i < shown_.size(); ++i)
        if (shown_[i].moves)
            moving.push_back(pixels_of(figure_->items()[i].outer));
    changed.for_each([&](const PixelRect& tile) {
        const bool is_inside = std::ranges::any_of(moving, [&](const PixelRect& box) {
            const PixelRect part = common(tile, box);
            return part.width == tile.width && part.height == tile.height;
        });
        if (!is_inside)
            frame_.copy_box(ground_, tile);
        for (const PixelRect& box : moving)
            frame_.set_box(common(tile, box), blank_);
    });
}

/// Draws the backdrop and the settled blocks of one panel on the frame.
void Painter::draw_moving(const PlacedItem& item, const experiment::Moment& moment)
{
    const auto canvas = frame_.canvas(figure_->format().scale, palette_, type_, &action_);
    {
        const canvas::Clip clip(*canvas, item.outer);
        figure_->draw_backdrop(*canvas, item, moment);
    }
    for (std::size_t block = 0; block < item.panel->settled(moment); ++block)
        item.panel->draw_settled(*canvas, moment, block);
}

const Pixels& Painter::draw(double time_s, TileSet& changed)
{
    const experiment::Moment moment = figure_->timeline().moment(time_s);
    std::vector<double> key = moment.steps;
    key.push_back(moment.counter);
    for (const PlacedItem& item : figure_->items()) {
        const std::vector<double> view = item.panel->view(moment);
        key.insert(key.end(), view.begin(), view.end());
        item.panel->add_action_key(moment, key);
    }
    if (key_ == key) {
        changed = TileSet(frame_.pixels().width(), frame_.pixels().height());
        return frame_.pixels();
    }
    changed = action_;
    if (!key_)
        changed.add_all();
    key_ = std::move(key);
    bring_ground_up_to(moment, changed);
    restore_frame(changed);

    action_.clear();
    for (std::size_t i = 0; i < shown_.size(); ++i)
        if (shown_[i].moves)
            draw_moving(figure_->items()[i], moment);
    {
        const auto canvas = frame_.canvas(figure_->format().scale, palette_, type_, &action_);
        for (const PlacedItem& item : figure_->items())
            item.panel->draw_action(*canvas, moment);
    }
    changed.add(action_);
    return frame_.pixels();
}

} // namespace thalweg::figure
