#pragma once

#include "canvas/path.hpp"
#include "canvas/pixels.hpp"
#include "canvas/text_style.hpp"
#include "canvas/theme.hpp"

#include <span>
#include <string>

namespace thalweg::canvas {

enum class Cap { round, butt };

struct Stroke {
    Color color{};
    double width = 1; ///< in layout units
    std::span<const double> dashes{}; ///< lengths drawn and left out in turn; empty: solid
    double dash_offset = 0; ///< the pattern begins this far before the path does
    Cap cap = Cap::round; ///< joins are always round
};

/// Whether an image hides all that is below it, or has alpha in its fourth bytes, by which the
/// others are multiplied.
enum class Opacity { whole, by_pixel };

/// What pictures are drawn on: pixels, a PDF page, an SVG page, or a list of boxes for tests.
///
/// Units are layout units, y downwards, the origin at the picture's upper left corner. Only the
/// plain "over" operator exists, so that every target shows the same.
class Canvas {
public:
    explicit Canvas(const Palette& palette)
        : palette_(palette)
    {
    }
    virtual ~Canvas() = default;
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// The colours of the picture's theme.
    const Palette& palette() const { return palette_; }
    /// Vector pages keep all history and may use dashes where a film uses colour alone.
    virtual bool is_page() const = 0;
    virtual TextMetrics& metrics() = 0;
    /// Where only texts and marks count, grounds that cost much are left out.
    virtual bool shows_grounds() const { return true; }

    /// Fills by the nonzero rule.
    virtual void fill(const Path& path, const Color& color) = 0;
    virtual void stroke(const Path& path, const Stroke& stroke) = 0;
    virtual void text(const std::string& text, const TextStyle& style, const Anchor& anchor) = 0;
    /// Pixels stretched over a box.
    virtual void image(const Pixels& pixels, const Box& box, Opacity opacity = Opacity::whole) = 0;

protected:
    friend class Clip;
    friend class Group;
    virtual void push_clip(const Box& box) = 0;
    virtual void pop_clip() = 0;
    /// Names what is drawn until the matching end; SVG makes it a group with this id, tests find
    /// heads and labels by it. Other targets ignore it.
    virtual void begin_group(const std::string& id) { static_cast<void>(id); }
    virtual void end_group() { }

private:
    const Palette& palette_;
};

/// Clips to a box for the rest of a block.
class Clip {
public:
    Clip(Canvas& canvas, const Box& box)
        : canvas_(canvas)
    {
        canvas_.push_clip(box);
    }
    ~Clip() { canvas_.pop_clip(); }
    Clip(const Clip&) = delete;
    Clip& operator=(const Clip&) = delete;

private:
    Canvas& canvas_;
};

/// Names what the rest of a block draws: "contours", "run-momentum", "head-momentum",
/// "label-momentum", "legend", ... Names are made of a run's name by `group_id`.
class Group {
public:
    Group(Canvas& canvas, const std::string& id)
        : canvas_(canvas)
    {
        canvas_.begin_group(id);
    }
    ~Group() { canvas_.end_group(); }
    Group(const Group&) = delete;
    Group& operator=(const Group&) = delete;

private:
    Canvas& canvas_;
};

/// "run-" and the name in small letters, digits and hyphens; never empty, valid as an XML id.
std::string group_id(const std::string& prefix, const std::string& name);

} // namespace thalweg::canvas
