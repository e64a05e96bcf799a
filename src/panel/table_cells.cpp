#include "panel/table_cells.hpp"

#include "core/math.hpp"
#include "panel/contour/heads.hpp"
#include "panel/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

constexpr double kGoal = 1e-3; // the loss above the least one that counts as reached
constexpr int kDigits = 4; // of coordinates, as far as the domain's width tells them apart
constexpr double kFarAway = 100; // domain widths beyond which a coordinate has few digits

/// The coordinates of a domain: as many decimals as tell its points apart.
struct Coordinates {
    Box domain;
    int decimals;

    explicit Coordinates(const Box& box)
        : domain(box)
        , decimals(std::clamp(
              kDigits - 1 - static_cast<int>(std::floor(thalweg::log10(box.width()))), 0, 8))
    {
    }
    std::string text(double value) const
    {
        const double size = std::max(std::abs(domain.x.lo), std::abs(domain.x.hi));
        const bool is_far = !(std::abs(value) < kFarAway * std::max(size, domain.width()));
        return is_far ? short_number(value) : decimal_text(value, decimals);
    }
};

/// The entry of a run's lists at a moment.
std::size_t entry_at(const optimizer::Trajectory& path, double step)
{
    return static_cast<std::size_t>(std::clamp<double>(step, 0, path.steps()));
}

std::vector<TableColumn> empty_read_outs()
{
    return {{.heading = "step"}, {.heading = "x"}, {.heading = "y"}, {.heading = "loss"},
        {.heading = "|gradient|"}};
}

/// The least loss that an experiment is known to have: that of its surface's minima, else that of
/// its runs.
double least_loss(const experiment::Experiment& one, bool of_minima)
{
    double least = std::numeric_limits<double>::infinity();
    for (const Vec2 minimum : one.minima.global)
        if (of_minima)
            least = std::min(least, one.plan.surface->value(minimum));
    for (const optimizer::Trajectory& path : one.trajectories)
        for (const double loss : path.losses)
            if (!of_minima && loss < least)
                least = loss;
    return least;
}

std::string steps_to_goal(const optimizer::Trajectory& path, double least)
{
    const auto reached
        = std::ranges::find_if(path.losses, [&](double loss) { return loss <= least + kGoal; });
    return reached == path.losses.end() ? "never" : std::to_string(reached - path.losses.begin());
}

/// The widest number of a list that leaves out what is not finite.
void add_widest(TableColumn& column, const std::vector<double>& values)
{
    double low = 0, high = 0;
    for (const double v : values)
        if (std::isfinite(v)) {
            low = std::min(low, v);
            high = std::max(high, v);
        }
    column.cells.push_back(low < 0 ? "−88.8888" : "88.8888");
    column.cells.push_back(low < 0 ? widest_column_text() : "8.88·$10^{-88}$");
}

} // namespace

std::vector<TableColumn> read_outs_at(const experiment::Experiments& experiments,
    std::span<const std::size_t> runs, const experiment::Moment& moment)
{
    std::vector<TableColumn> columns = empty_read_outs();
    std::vector<double> losses, gradients;
    for (const std::size_t run : runs) {
        const optimizer::Trajectory& path = experiments.trajectory(run);
        const std::size_t k = entry_at(path, moment.steps[run]);
        const Coordinates coordinates(experiments.of_run(run).plan.domain);
        columns[0].cells.push_back(std::to_string(k));
        columns[1].cells.push_back(coordinates.text(path.points[k].x));
        columns[2].cells.push_back(coordinates.text(path.points[k].y));
        losses.push_back(path.losses[k]);
        gradients.push_back(path.gradient_norms[k]);
    }
    columns[3].cells = column_text(losses);
    columns[4].cells = column_text(gradients);
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (const auto& path = experiments.trajectory(runs[i]); is_lost(path, moment)) {
            columns[3].cells[i] = optimizer::lost_word(path.outcome);
            columns[4].cells[i] = "–";
        }
    return columns;
}

std::vector<TableColumn> results_of(
    const experiment::Experiments& experiments, std::span<const std::size_t> runs)
{
    const bool know_minima = std::ranges::none_of(
        runs, [&](std::size_t run) { return experiments.of_run(run).minima.global.empty(); });
    std::vector<TableColumn> columns{{.heading = "final point"}, {.heading = "loss"},
        {.heading = know_minima ? "steps to min + $10^{-3}$" : "steps to best + $10^{-3}$"},
        {.heading = "outcome", .is_number = false}};
    std::vector<double> losses;
    for (const std::size_t run : runs) {
        const optimizer::Trajectory& path = experiments.trajectory(run);
        const Coordinates coordinates(experiments.of_run(run).plan.domain);
        const Vec2 end = path.points.back();
        columns[0].cells.push_back(path.outcome == optimizer::Outcome::diverged
                ? "–"
                : fmt::format("({}, {})", coordinates.text(end.x), coordinates.text(end.y)));
        losses.push_back(optimizer::is_lost(path.outcome) ? std::nan("") : path.losses.back());
        columns[2].cells.push_back(
            steps_to_goal(path, least_loss(experiments.of_run(run), know_minima)));
        columns[3].cells.push_back(optimizer::outcome_text(path));
    }
    columns[1].cells = column_text(losses);
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (const auto word = optimizer::lost_word(experiments.trajectory(runs[i]).outcome);
            !word.empty())
            columns[1].cells[i] = word;
    return columns;
}

std::vector<TableColumn> widest_read_outs(
    const experiment::Experiments& experiments, std::span<const std::size_t> runs)
{
    std::vector<TableColumn> columns = empty_read_outs();
    for (const std::size_t run : runs) {
        const optimizer::Trajectory& path = experiments.trajectory(run);
        const Coordinates coordinates(experiments.of_run(run).plan.domain);
        columns[0].cells.push_back(std::to_string(path.steps()));
        for (const Vec2 p : path.points) {
            const std::string x = coordinates.text(-std::abs(p.x));
            const std::string y = coordinates.text(-std::abs(p.y));
            if (columns[1].cells.empty() || x.size() > columns[1].cells.back().size())
                columns[1].cells.push_back(x);
            if (columns[2].cells.empty() || y.size() > columns[2].cells.back().size())
                columns[2].cells.push_back(y);
        }
        add_widest(columns[3], path.losses);
        add_widest(columns[4], path.gradient_norms);
        columns[3].cells.emplace_back(optimizer::lost_word(path.outcome));
    }
    return columns;
}

} // namespace thalweg::panel
