#include "panel/stack.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

using Parts = std::vector<std::unique_ptr<const Panel>>;

constexpr double kSideGap = 2; // of parts side by side, in gaps of rows
constexpr double kAmple = 1.5; // the width that a part side by side has, in its least one

class PlacedStack final : public PlacedPanel {
public:
    explicit PlacedStack(std::vector<std::unique_ptr<const PlacedPanel>> parts)
        : parts_(std::move(parts))
    {
    }

    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment& moment) const override
    {
        for (const auto& part : parts_)
            part->draw_backdrop(canvas, moment);
    }

private:
    std::vector<std::unique_ptr<const PlacedPanel>> parts_;
};

class Stack final : public Panel {
public:
    Stack(Parts parts, double gap)
        : parts_(std::move(parts))
        , gap_(gap)
    {
    }

    SizeRequest size(const Setting& setting) const override
    {
        const double width = least_width(setting);
        const auto n = static_cast<double>(parts_.size());
        double most = 0;
        for (const auto& part : parts_)
            most = std::max(most, part->size(setting).most_width);
        return {.least_width = width,
            .least_height = height_for(width, setting),
            .stretches = false,
            .most_width = n * most + (n - 1) * side_gap(setting)};
    }
    double height_for(double width, const Setting& setting) const override
    {
        const std::vector<Box> boxes = boxes_in(width, setting);
        double height = 0;
        for (const Box& box : boxes)
            height = std::max(height, box.y.hi);
        return height;
    }
    std::string_view lacked() const override
    {
        const auto part
            = std::ranges::find_if(parts_, [](const auto& one) { return !one->lacked().empty(); });
        return part == parts_.end() ? std::string_view() : (*part)->lacked();
    }
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override
    {
        const Box& inner = placement.inner;
        const std::vector<Box> boxes = boxes_in(inner.width(), placement.setting);
        std::vector<std::unique_ptr<const PlacedPanel>> placed;
        Placement one = placement;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const Box& box = boxes[i];
            one.inner = {{inner.x.lo + box.x.lo, inner.x.lo + box.x.hi},
                {inner.y.lo + box.y.lo, inner.y.lo + box.y.hi}};
            placed.push_back(parts_[i]->place(one));
        }
        return std::make_unique<PlacedStack>(std::move(placed));
    }

private:
    double gap(const Setting& setting) const { return gap_ * setting.format.type.small; }
    double side_gap(const Setting& setting) const { return kSideGap * gap(setting); }

    double least_width(const Setting& setting) const
    {
        double width = 0;
        for (const auto& part : parts_)
            width = std::max(width, part->size(setting).least_width);
        return width;
    }

    /// How many stand side by side, so that rows are about equally long.
    std::size_t columns_in(double width, const Setting& setting) const
    {
        const double gap = side_gap(setting), ample = kAmple * least_width(setting);
        const double room = std::max(1.0, std::floor((width + gap) / (ample + gap)));
        const auto most = std::min(parts_.size(), static_cast<std::size_t>(room));
        const std::size_t rows = (parts_.size() + most - 1) / most;
        return (parts_.size() + rows - 1) / rows;
    }

    /// Of the parts, from the upper left corner of a place of this width. Parts of a row end at one
    /// height, as bars below their titles do.
    std::vector<Box> boxes_in(double width, const Setting& setting) const
    {
        const std::size_t columns = columns_in(width, setting);
        const auto n = static_cast<double>(columns);
        const double between = side_gap(setting), each = (width - (n - 1) * between) / n;
        std::vector<Box> boxes;
        double top = 0, bottom = 0;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (i % columns == 0) {
                top = i == 0 ? 0 : bottom + gap(setting);
                bottom = top;
                for (std::size_t k = i; k < std::min(i + columns, parts_.size()); ++k)
                    bottom = std::max(bottom, top + parts_[k]->height_for(each, setting));
            }
            const double left = static_cast<double>(i % columns) * (each + between);
            boxes.push_back(
                {{left, left + each}, {bottom - parts_[i]->height_for(each, setting), bottom}});
        }
        return boxes;
    }

    Parts parts_;
    double gap_;
};

} // namespace

std::unique_ptr<const Panel> stacked(Parts parts, double gap)
{
    if (parts.empty())
        return nullptr;
    if (parts.size() == 1)
        return std::move(parts.front());
    return std::make_unique<Stack>(std::move(parts), gap);
}

} // namespace thalweg::panel
