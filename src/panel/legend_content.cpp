#include "panel/legend_layout.hpp"
#include "panel/numbers.hpp"
#include "panel/wording.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

/// The finite losses of a run that decide how its column is written: the least, the greatest, and
/// the smallest size that is not nearly nothing.
void add_extremes(std::vector<double>& extremes, const optimizer::Trajectory& path)
{
    for (const double loss : path.losses) {
        if (!std::isfinite(loss))
            continue;
        if (extremes.empty())
            extremes.assign(3, loss);
        extremes[0] = std::min(extremes[0], loss);
        extremes[1] = std::max(extremes[1], loss);
        const double size = std::abs(loss), least = std::abs(extremes[2]);
        if (size > 1e-12 && (size < least || least <= 1e-12))
            extremes[2] = loss;
    }
}

/// The widest forms of the losses that are seen: with powers of ten only where any may need them.
std::vector<std::string> widest_losses(
    const experiment::Experiments& experiments, std::span<const std::size_t> runs)
{
    std::vector<double> extremes;
    std::vector<std::string> widest;
    for (const std::size_t run : runs) {
        const optimizer::Trajectory& path = experiments.trajectory(run);
        if (optimizer::is_lost(path.outcome))
            widest.emplace_back(optimizer::lost_word(path.outcome));
        add_extremes(extremes, path);
    }
    if (extremes.empty()) {
        widest.emplace_back("–");
        return widest;
    }
    const std::string sign = extremes[0] < 0 ? "−" : "";
    widest.push_back(sign + "00.0000");
    for (const std::string& text : column_text(extremes)) // figures are tabular: digits alone count
        if (text.find('$') != std::string::npos)
            widest.push_back(sign + text);
    return widest;
}

/// Numbers need more room than shapes, large ones most.
Mark widest_mark(const experiment::Experiments& experiments, std::span<const std::size_t> runs)
{
    Mark widest;
    for (const std::size_t run : runs)
        if (const Mark mark = mark_of(experiments, run); mark.number > widest.number)
            widest = mark;
    return widest;
}

/// As many digits as the last step has.
std::string widest_step(const experiment::Experiments& experiments)
{
    std::size_t last = 0;
    for (const experiment::Experiment& one : experiments.all)
        for (const optimizer::Trajectory& path : one.trajectories)
            last = std::max(last, path.losses.size());
    return std::string(std::to_string(last).size(), '8');
}

} // namespace

LegendContent legend_content(
    const experiment::Experiments& experiments, std::span<const std::size_t> runs)
{
    std::vector<std::size_t> named(runs.begin(), runs.end());
    for (std::size_t run = 0; runs.empty() && run < experiments.run_count(); ++run)
        named.push_back(run);
    LegendContent content{.widest_losses = widest_losses(experiments, named),
        .widest_mark = widest_mark(experiments, named),
        .widest_step = widest_step(experiments)};
    const bool differ = shared_rate_text(experiments).empty();
    for (const experiment::Experiment& one : experiments.all) {
        const std::vector<std::string> rates = rate_texts(one);
        std::vector<LegendRow> rows;
        for (std::size_t i = 0; i < one.plan.runs.size(); ++i)
            if (std::ranges::find(named, one.first_run + i) != named.end())
                rows.push_back({.run = one.first_run + i,
                    .name = one.plan.runs[i].title,
                    .rate = differ ? rates[i] : ""});
        if (rows.empty())
            continue;
        if (experiments.all.size() > 1)
            rows.insert(rows.begin(), {.name = one.plan.shown_name()});
        content.experiments.push_back(std::move(rows));
    }
    return content;
}

} // namespace thalweg::panel
