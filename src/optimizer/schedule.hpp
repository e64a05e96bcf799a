#pragma once

#include "core/kinds.hpp"

#include <functional>

namespace thalweg::optimizer {

/// The learning rate of step k (0 for the first step) of a run of n steps.
using Schedule = std::function<double(int step, int steps)>;

/// constant and its rivals; a bare number in a scene is a constant.
std::span<const Kind<Schedule>> schedule_kinds();

/// A number or a schedule, as `learning_rate` takes it.
Schedule read_schedule(
    Options& options, std::string_view key, double fallback, std::string_view meaning);

} // namespace thalweg::optimizer
