#pragma once

#include "canvas/canvas.hpp"
#include "canvas/format.hpp"
#include "figure/heading.hpp"
#include "figure/plan.hpp"

#include <cstdint>
#include <memory>
#include <stdexcept>

namespace thalweg::figure {

/// A panel at its place, with what the figure draws around it.
struct PlacedItem {
    std::string name;
    Box outer; ///< the panel and its heading; no other item's box meets it
    Box inner; ///< of the panel, without its insets
    Heading heading{}; ///< "(a) title", at the top of `outer`
    std::unique_ptr<const panel::PlacedPanel> panel;
};

/// All panels of a picture, composed for one format: every text is measured, every place decided.
/// Immutable: any thread may draw any moment, in either theme.
class Figure {
public:
    /// left_out  what the picture had no room for, as a sentence each
    Figure(panel::Context context, const canvas::Format& format, std::vector<PlacedItem> items,
        std::vector<std::string> left_out = {});

    const canvas::Format& format() const { return format_; }
    const std::vector<PlacedItem>& items() const { return items_; }
    /// What it had no room for and users would expect, such as names of runs.
    const std::vector<std::string>& left_out() const { return left_out_; }
    const experiment::Timeline& timeline() const { return *context_.timeline; }

    /// The whole picture of one moment.
    void draw(canvas::Canvas& canvas, const experiment::Moment& moment) const;
    /// The backdrop of one item, on the picture's background.
    void draw_backdrop(
        canvas::Canvas& canvas, const PlacedItem& item, const experiment::Moment& moment) const;
    /// The flat colours of its pictures as 0xRRGGBB, most important first.
    std::vector<std::uint32_t> flat_colors(const canvas::Palette& palette) const;

private:
    panel::Context context_;
    canvas::Format format_;
    std::vector<PlacedItem> items_;
    std::vector<std::string> left_out_;
};
using FigurePtr = std::shared_ptr<const Figure>;

/// A picture is too small for what it has to tell.
struct DoesNotFit : std::runtime_error {
    using std::runtime_error::runtime_error;
    double needed_width = 0, needed_height = 0; ///< in layout units; the same proportions
};

/// Composes a picture: the richest arrangement that fits, chosen by the format's shape.
///
/// jobs    threads; the result does not depend on it
/// Throws  DoesNotFit, Interrupted
FigurePtr compose(const FigurePlan& plan, const panel::Context& context,
    const canvas::Format& format, int jobs = 1);

} // namespace thalweg::figure
