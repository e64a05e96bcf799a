#include "panel/color_bar_marks.hpp"

#include "core/math.hpp"
#include "panel/contour/level_scale.hpp"
#include "panel/numbers.hpp"
#include "panel/ticks.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kApart = 0.8; // least free space between labels, in sizes of text
constexpr int kMostMarks = 9;
constexpr double kRounding = 1e-9; // of a power of ten

using Marks = std::vector<BarMark>;

/// The ways to label one bar.
class MarkChooser {
public:
    explicit MarkChooser(const std::vector<double>& levels)
        : levels_(levels)
        , scale_(levels)
    {
    }

    /// From the richest to the sparsest.
    std::vector<Marks> options() const
    {
        using Kind = contour::LevelPattern::Kind;
        std::vector<Marks> found;
        if (levels_.size() > 1 && scale_.pattern().kind == Kind::logarithmic)
            add_powers(found);
        if (levels_.size() > 1 && scale_.pattern().kind == Kind::linear)
            add_round_numbers(found);
        if (found.empty())
            add_levels(found);
        return found;
    }

private:
    BarMark mark(double value, std::string label) const
    {
        return {(scale_.position(value) + 1) / (static_cast<double>(levels_.size()) + 1),
            std::move(label)};
    }

    void add_powers(std::vector<Marks>& found) const
    {
        const int first = static_cast<int>(std::ceil(thalweg::log10(levels_.front()) - kRounding));
        const int last = static_cast<int>(std::floor(thalweg::log10(levels_.back()) + kRounding));
        for (int every = 1; every <= last - first; ++every) {
            Marks marks;
            for (int k = first; k <= last; ++k)
                if (k % every == 0)
                    marks.push_back(mark(thalweg::pow(10, k), short_number(thalweg::pow(10, k))));
            if (marks.size() >= 2)
                found.push_back(std::move(marks));
        }
    }

    void add_round_numbers(std::vector<Marks>& found) const
    {
        for (int most = kMostMarks; most >= 2; --most) {
            const Ticks ticks = linear_ticks({levels_.front(), levels_.back()}, most);
            if (ticks.ticks.size() < 2)
                return;
            Marks& marks = found.emplace_back();
            for (const Tick& tick : ticks.ticks)
                marks.push_back(mark(tick.at, tick.label));
        }
    }

    void add_levels(std::vector<Marks>& found) const
    {
        const std::vector<std::string> texts = telling_numbers(levels_);
        for (std::size_t every = 1; every <= levels_.size(); ++every) {
            Marks& marks = found.emplace_back();
            for (std::size_t i = (levels_.size() - 1) % every / 2; i < levels_.size(); i += every)
                marks.push_back(mark(levels_[i], texts[i]));
        }
    }

    const std::vector<double>& levels_;
    LevelScale scale_;
};

bool stand_apart(const Marks& marks, double width, const Setting& setting)
{
    const canvas::TextStyle style{.size = setting.format.type.small};
    for (std::size_t i = 1; i < marks.size(); ++i) {
        const double halves = 0.5
            * (setting.metrics.size(marks[i - 1].label, style).x
                + setting.metrics.size(marks[i].label, style).x);
        if (width * (marks[i].at - marks[i - 1].at) < halves + kApart * style.size)
            return false;
    }
    return true;
}

} // namespace

std::vector<BarMark> bar_marks(
    const std::vector<double>& levels, double width, const Setting& setting)
{
    for (Marks& marks : MarkChooser(levels).options())
        if (stand_apart(marks, width, setting))
            return std::move(marks);
    return {};
}

std::string bar_offset(const std::vector<double>& levels)
{
    if (levels.size() < 2
        || contour::pattern_of(levels).kind != contour::LevelPattern::Kind::linear)
        return "";
    const Ticks ticks = linear_ticks({levels.front(), levels.back()}, kMostMarks);
    return ticks.ticks.size() < 2 ? "" : ticks.offset;
}

} // namespace thalweg::panel
