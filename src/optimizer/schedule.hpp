#pragma once

#include "core/kinds.hpp"

#include <functional>

namespace thalweg::optimizer {

/// The learning rate of step k (0 for the first step) of a run of n steps.
using Schedule = std::function<double(int step, int steps)>;

/// A schedule with what is known of it.
struct ScheduleSpec {
    Schedule rate;
    /// ηₖ is the learning rate of step k, 0 being the first, of a run of n steps; words are
    /// options.
    std::string_view formula;
    std::string_view source = ""; ///< author, title, year
};

/// constant and its rivals; a bare number in a scene is a constant.
std::span<const Kind<ScheduleSpec>> schedule_kinds();

/// A number or a schedule, as `learning_rate` takes it.
Schedule read_schedule(
    Options& options, std::string_view key, double fallback, std::string_view meaning);

} // namespace thalweg::optimizer
