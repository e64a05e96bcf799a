#pragma once

#include "panel/panel.hpp"

namespace thalweg::test {

/// A panel that wants what it is told to want. It draws a frame at its place, a dot for each step
/// that has settled, and a dot that moves.
class Wish final : public panel::Panel {
public:
    explicit Wish(panel::SizeRequest size, panel::Insets insets = {}, bool moves = false,
        std::string lacked = {})
        : size_(size)
        , insets_(insets)
        , moves_(moves)
        , lacked_(std::move(lacked))
    {
    }

    panel::SizeRequest size(const panel::Setting&) const override { return size_; }
    std::string_view lacked() const override { return lacked_; }
    panel::Insets insets(Vec2, const panel::ScaleRequest&, const panel::Setting&) const override
    {
        return insets_;
    }
    std::unique_ptr<const panel::PlacedPanel> place(
        const panel::Placement& placement) const override
    {
        return std::make_unique<Placed>(placement.inner, moves_);
    }

private:
    class Placed final : public panel::PlacedPanel {
    public:
        Placed(Box box, bool moves)
            : box_(box)
            , moves_(moves)
        {
        }

        std::vector<double> view(const experiment::Moment& moment) const override
        {
            return moves_ ? std::vector{std::floor(moment.counter / 40)} : std::vector<double>{};
        }
        void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment& moment) const override
        {
            canvas.fill(canvas::Path::rectangle(
                            grown(box_, moves_ ? -std::floor(moment.counter / 40) : -2)),
                rgb(0x335577));
        }
        std::size_t settled(const experiment::Moment& moment) const override
        {
            return static_cast<std::size_t>(moment.counter / 10);
        }
        void draw_settled(
            canvas::Canvas& canvas, const experiment::Moment&, std::size_t block) const override
        {
            canvas.fill(canvas::Path::circle(at(10.0 * static_cast<double>(block)), 6),
                rgb(0xFFAA00).with_alpha(0.5));
        }
        void draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const override
        {
            canvas.fill(canvas::Path::circle(at(moment.counter), 9), rgb(0xFFFFFF));
        }

    private:
        Vec2 at(double step) const { return {box_.x.at(0.1 + step / 400), box_.y.at(0.5)}; }

        Box box_;
        bool moves_;
    };

    panel::SizeRequest size_;
    panel::Insets insets_;
    bool moves_;
    std::string lacked_;
};

/// The plan of such a panel.
class WishPlan final : public panel::PanelPlan {
public:
    explicit WishPlan(panel::SizeRequest size, bool moves = false, std::string lacked = {})
        : size_(size)
        , moves_(moves)
        , lacked_(std::move(lacked))
    {
    }
    std::unique_ptr<const panel::Panel> prepare(const panel::Context&) const override
    {
        return std::make_unique<Wish>(size_, panel::Insets{}, moves_, lacked_);
    }

private:
    panel::SizeRequest size_;
    bool moves_;
    std::string lacked_;
};

} // namespace thalweg::test
