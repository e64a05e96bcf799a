#include "canvas/recorder.hpp"

#include "canvas/bounded_path.hpp"

namespace thalweg::canvas {

Recorder::Recorder(const Palette& palette, Typesetter& type, Box picture, bool is_page)
    : Canvas(palette)
    , type_(type)
    , is_page_(is_page)
    , clips_{picture}
{
}

void Recorder::fill(const Path& path, const Color& color)
{
    if (!path.empty())
        fills_.push_back({.extent = path.extent(), .color = color, .groups = groups_});
}

void Recorder::text(const std::string& text, const TextStyle& style, const Anchor& anchor)
{
    if (text.empty())
        return;
    texts_.push_back({.text = text,
        .box = text_box(type_, text, style, anchor),
        .size = style.size,
        .color = style.color,
        .halo = style.halo.width > 0 ? style.halo.color : Color{0, 0, 0, 0},
        .groups = groups_,
        .clip = clips_.back()});
}

void Recorder::clear()
{
    texts_.clear();
    fills_.clear();
}

void Recorder::push_clip(const Box& box)
{
    clips_.push_back(common(clips_.back(), box));
}

void Recorder::pop_clip()
{
    clips_.pop_back();
}

} // namespace thalweg::canvas
