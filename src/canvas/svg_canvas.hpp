#pragma once

#include "canvas/canvas.hpp"
#include "canvas/page.hpp"
#include "canvas/svg_body.hpp"
#include "canvas/typesetter.hpp"

#include <vector>

namespace thalweg::canvas {

/// Writes what is drawn as elements of SVG, without Cairo's help.
class SvgCanvas final : public Canvas {
public:
    /// body  where the elements go
    SvgCanvas(const PageSpec& spec, const Palette& palette, SvgText text, SvgBody& body);

    bool is_page() const override { return true; }
    TextMetrics& metrics() override { return type_; }
    void fill(const Path& path, const Color& color) override;
    void stroke(const Path& path, const Stroke& stroke) override;
    void text(const std::string& text, const TextStyle& style, const Anchor& anchor) override;
    void image(const Pixels& pixels, const Box& box, Opacity opacity) override;

protected:
    void push_clip(const Box& box) override;
    void pop_clip() override;
    void begin_group(const std::string& id) override { body_.open_group(id); }
    void end_group() override { body_.close(); }

private:
    bool is_seen(const Box& box) const;
    void add_outlines(const std::string& text, const TextStyle& style, const Anchor& anchor);

    SvgBody& body_;
    SvgText text_;
    Typesetter type_;
    std::vector<Box> clips_; ///< the first: the picture
    Box limits_; ///< of coordinates
};

} // namespace thalweg::canvas
