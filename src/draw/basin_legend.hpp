#pragma once

#include "draw/text.hpp"
#include "draw/theme.hpp"
#include "stage/stage.hpp"

namespace thalweg {

/// What the colours of a ground of basins mean: the ends by hue, the steps by lightness. It stands
/// at the foot of the sidebar.
class BasinLegend {
public:
    /// stage  one with basins
    BasinLegend(Typesetter& type, const Stage& stage, const Palette& palette);

    double height() const;
    void draw(Canvas& canvas) const;

private:
    struct Entry {
        std::string text;
        Color color;
    };
    void draw_entry(Canvas& canvas, const Entry& entry, Vec2 at) const;
    void draw_step_bar(Canvas& canvas) const;
    void draw_step_labels(Canvas& canvas, double top) const;
    std::size_t rows() const { return (entries_.size() + columns_ - 1) / columns_; }

    Typesetter& type_;
    const Stage& stage_;
    const Palette& palette_;
    double text_;
    std::vector<Entry> entries_;
    std::size_t columns_ = 2;
};

} // namespace thalweg
