#include "panel/side_by_side.hpp"

#include <algorithm>
#include <iterator>

namespace thalweg::panel {

namespace {

constexpr double kApart = 10; // between a panel and its neighbour's labels, in line units

class PlacedRow final : public PlacedPanel {
public:
    explicit PlacedRow(std::vector<std::unique_ptr<const PlacedPanel>> panels)
        : panels_(std::move(panels))
    {
    }

    std::vector<double> view(const experiment::Moment& moment) const override
    {
        std::vector<double> all;
        for (const auto& one : panels_)
            std::ranges::copy(one->view(moment), std::back_inserter(all));
        return all;
    }
    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment& moment) const override
    {
        for (const auto& one : panels_)
            one->draw_backdrop(canvas, moment);
    }
    /// What is settled in all panels; more of one is drawn with its action.
    std::size_t settled(const experiment::Moment& moment) const override
    {
        std::size_t least = panels_.front()->settled(moment);
        for (const auto& one : panels_)
            least = std::min(least, one->settled(moment));
        return least;
    }
    void draw_settled(
        canvas::Canvas& canvas, const experiment::Moment& moment, std::size_t block) const override
    {
        for (const auto& one : panels_)
            one->draw_settled(canvas, moment, block);
    }
    void add_action_key(const experiment::Moment& moment, std::vector<double>& key) const override
    {
        for (const auto& one : panels_)
            one->add_action_key(moment, key);
    }
    void draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const override
    {
        const std::size_t shared = settled(moment);
        for (const auto& one : panels_) {
            for (std::size_t block = shared; block < one->settled(moment); ++block)
                one->draw_settled(canvas, moment, block);
            one->draw_action(canvas, moment);
        }
    }

private:
    std::vector<std::unique_ptr<const PlacedPanel>> panels_;
};

} // namespace

SideBySide::SideBySide(std::vector<std::unique_ptr<const Panel>> panels)
    : panels_(std::move(panels))
{
}

SizeRequest SideBySide::size(const Setting& setting) const
{
    double width = 0, height = 0;
    for (const auto& one : panels_) {
        const SizeRequest size = one->size(setting);
        width = std::max(width, size.least_width);
        height = std::max(height, size.least_height);
    }
    const Row least = row({0, height}, setting);
    double gaps = 0;
    for (std::size_t i = 0; i + 1 < panels_.size(); ++i)
        gaps += least.insets[i].right + least.insets[i + 1].left + kApart * setting.format.line;
    return {
        .least_width = width * static_cast<double>(panels_.size()) + gaps, .least_height = height};
}

/// The insets depend a little on the width, and the width on them.
SideBySide::Row SideBySide::row(Vec2 inner, const Setting& setting) const
{
    const auto count = static_cast<double>(panels_.size());
    Row row{.width = inner.x / count, .insets = {}};
    for (int round = 0; round < 2; ++round) {
        row.insets.clear();
        for (const auto& one : panels_)
            row.insets.push_back(
                one->insets({std::max(row.width, 1.0), inner.y}, one->scales(), setting));
        double free = inner.x - (count - 1) * kApart * setting.format.line;
        for (std::size_t i = 0; i + 1 < panels_.size(); ++i)
            free -= row.insets[i].right + row.insets[i + 1].left;
        row.width = std::max(free / count, 1.0);
    }
    return row;
}

Insets SideBySide::insets(Vec2 inner, const ScaleRequest&, const Setting& setting) const
{
    const Row all = row(inner, setting);
    Insets around{.left = all.insets.front().left, .right = all.insets.back().right};
    for (const Insets& one : all.insets) {
        around.top = std::max(around.top, one.top);
        around.bottom = std::max(around.bottom, one.bottom);
    }
    return around;
}

std::unique_ptr<const PlacedPanel> SideBySide::place(const Placement& placement) const
{
    const Setting& setting = placement.setting;
    const Row all = row({placement.inner.width(), placement.inner.height()}, setting);
    std::vector<std::unique_ptr<const PlacedPanel>> placed;
    double left = placement.inner.x.lo;
    for (std::size_t i = 0; i < panels_.size(); ++i) {
        Placement one = placement;
        one.inner.x = {left, left + all.width};
        one.outer.x = {one.inner.x.lo - all.insets[i].left, one.inner.x.hi + all.insets[i].right};
        one.scales = panels_[i]->scales();
        placed.push_back(panels_[i]->place(one));
        if (i + 1 < panels_.size())
            left = one.outer.x.hi + kApart * setting.format.line + all.insets[i + 1].left;
    }
    return std::make_unique<PlacedRow>(std::move(placed));
}

} // namespace thalweg::panel
