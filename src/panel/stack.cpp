#include "panel/stack.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

using Parts = std::vector<std::unique_ptr<const Panel>>;

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
        double width = 0;
        for (const auto& part : parts_)
            width = std::max(width, part->size(setting).least_width);
        return {
            .least_width = width, .least_height = height_for(width, setting), .stretches = false};
    }
    double height_for(double width, const Setting& setting) const override
    {
        double height = static_cast<double>(parts_.size() - 1) * gap(setting);
        for (const auto& part : parts_)
            height += part->height_for(width, setting);
        return height;
    }
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override
    {
        std::vector<std::unique_ptr<const PlacedPanel>> placed;
        Placement one = placement;
        for (const auto& part : parts_) {
            one.inner.y.hi
                = one.inner.y.lo + part->height_for(one.inner.width(), placement.setting);
            placed.push_back(part->place(one));
            one.inner.y.lo = one.inner.y.hi + gap(placement.setting);
        }
        return std::make_unique<PlacedStack>(std::move(placed));
    }

private:
    double gap(const Setting& setting) const { return gap_ * setting.format.type.small; }

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
