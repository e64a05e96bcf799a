#pragma once

#include "canvas/canvas.hpp"
#include "canvas/format.hpp"

#include <string>

namespace thalweg::figure {

/// The title of a panel, above it, in as many lines as it needs at the panel's width. An empty one
/// takes no room.
class Heading {
public:
    Heading() = default;
    explicit Heading(std::string text)
        : text_(std::move(text))
    {
    }

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }

    /// The width of its longest word, in layout units: no word breaks in a panel that is as wide.
    double least_width(const canvas::Format& format, canvas::TextMetrics& metrics) const;
    /// The room that it takes in panels of a width, with the gap to what stands below it.
    double height(double width, const canvas::Format& format, canvas::TextMetrics& metrics) const;
    /// at  the upper left corner
    void draw(canvas::Canvas& canvas, const canvas::Format& format, Vec2 at, double width) const;

private:
    std::string text_;
};

} // namespace thalweg::figure
