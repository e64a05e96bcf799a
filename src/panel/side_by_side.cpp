#include "panel/side_by_side.hpp"

#include <algorithm>
#include <iterator>

namespace thalweg::panel {

namespace {

constexpr double kApart = 10; // between a panel and its neighbour's labels, in line units

/// The way in which panels follow each other.
struct Direction {
    double Insets::*before;
    double Insets::*after;
    double Vec2::*along;
    Range Box::*sides;
};
constexpr Direction kAcross{&Insets::left, &Insets::right, &Vec2::x, &Box::x};
constexpr Direction kDown{&Insets::top, &Insets::bottom, &Vec2::y, &Box::y};

/// A page without a height has none before its layout is solved, so that only its width decides.
const Direction& direction_of(const canvas::Format& format)
{
    const bool is_tall_film = !format.is_page && format.height > 1.2 * format.width;
    return format.is_narrow_page || is_tall_film ? kDown : kAcross;
}

class PlacedParts final : public PlacedPanel {
public:
    explicit PlacedParts(std::vector<std::unique_ptr<const PlacedPanel>> panels)
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

SideBySide::SideBySide(std::vector<std::unique_ptr<const Panel>> panels, std::size_t named)
    : panels_(std::move(panels))
    , named_(named)
{
}

Setting SideBySide::setting_of(std::size_t panel, Setting setting) const
{
    setting.detail.curve_labels = setting.detail.curve_labels && panel == named_;
    return setting;
}

SizeRequest SideBySide::size(const Setting& setting) const
{
    const Direction& to = direction_of(setting.format);
    Vec2 each{0, 0};
    for (std::size_t i = 0; i < panels_.size(); ++i) {
        const SizeRequest size = panels_[i]->size(setting_of(i, setting));
        each = {std::max(each.x, size.least_width), std::max(each.y, size.least_height)};
    }
    const Parts least = parts(each, setting);
    double gaps = 0;
    for (std::size_t i = 0; i + 1 < panels_.size(); ++i)
        gaps += least.insets[i].*to.after + least.insets[i + 1].*to.before
            + kApart * setting.format.line;
    Vec2 all = each;
    all.*to.along = each.*to.along * static_cast<double>(panels_.size()) + gaps;
    return {.least_width = all.x, .least_height = all.y};
}

/// The insets depend a little on the size, and the size on them.
SideBySide::Parts SideBySide::parts(Vec2 inner, const Setting& setting) const
{
    const Direction& to = direction_of(setting.format);
    const auto count = static_cast<double>(panels_.size());
    Parts parts{.size = inner, .insets = {}};
    parts.size.*to.along = std::max(inner.*to.along / count, 1.0);
    for (int round = 0; round < 2; ++round) {
        parts.insets.clear();
        for (std::size_t i = 0; i < panels_.size(); ++i)
            parts.insets.push_back(
                panels_[i]->insets(parts.size, panels_[i]->scales(), setting_of(i, setting)));
        double free = inner.*to.along - (count - 1) * kApart * setting.format.line;
        for (std::size_t i = 0; i + 1 < panels_.size(); ++i)
            free -= parts.insets[i].*to.after + parts.insets[i + 1].*to.before;
        parts.size.*to.along = std::max(free / count, 1.0);
    }
    return parts;
}

Insets SideBySide::insets(Vec2 inner, const ScaleRequest&, const Setting& setting) const
{
    const Direction& to = direction_of(setting.format);
    const Parts all = parts(inner, setting);
    Insets around{};
    for (const Insets& one : all.insets)
        around = {.left = std::max(around.left, one.left),
            .top = std::max(around.top, one.top),
            .right = std::max(around.right, one.right),
            .bottom = std::max(around.bottom, one.bottom)};
    around.*to.before = all.insets.front().*to.before;
    around.*to.after = all.insets.back().*to.after;
    return around;
}

std::unique_ptr<const PlacedPanel> SideBySide::place(const Placement& placement) const
{
    const Direction& to = direction_of(placement.setting.format);
    const Parts all = parts({placement.inner.width(), placement.inner.height()}, placement.setting);
    std::vector<std::unique_ptr<const PlacedPanel>> placed;
    double at = (placement.inner.*to.sides).lo;
    for (std::size_t i = 0; i < panels_.size(); ++i) {
        Placement one{.inner = placement.inner,
            .outer = placement.outer,
            .setting = setting_of(i, placement.setting),
            .scales = panels_[i]->scales(),
            .obstacles = placement.obstacles,
            .jobs = placement.jobs};
        const double end = at + all.size.*to.along;
        one.inner.*to.sides = {at, end};
        one.outer.*to.sides = {at - all.insets[i].*to.before, end + all.insets[i].*to.after};
        placed.push_back(panels_[i]->place(one));
        if (i + 1 < panels_.size())
            at = end + all.insets[i].*to.after + kApart * placement.setting.format.line
                + all.insets[i + 1].*to.before;
    }
    return std::make_unique<PlacedParts>(std::move(placed));
}

} // namespace thalweg::panel
