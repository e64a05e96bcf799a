#include "basin/settling_detector.hpp"

#include "core/interrupt.hpp"
#include "optimizer/stability.hpp"

#include <limits>

namespace thalweg::basin {

BasinSetup::BasinSetup(const Descent& descent, const BasinEnds& ends)
    : descent_(descent)
    , steps_(static_cast<int>(
          optimizer::most_steps(descent.surface, descent.optimizer, descent.options)))
    , index_(ends)
    , horizon_(descent.surface.facts().domain)
{
    for (const surface::CriticalPoint& end : ends.points) {
        const bool is_minimum = end.kind == surface::CriticalKind::minimum;
        const auto limit
            = optimizer::repelling_learning_rate(descent.surface, *descent.optimizer.rule, end.at);
        highest_rates_.push_back(
            is_minimum ? limit.value_or(std::numeric_limits<double>::infinity()) : 0);
    }
    for (int k = 0; k < steps(); ++k)
        rates_.push_back(descent.optimizer.learning_rate(k, steps()));
}

Fate fate_of(const BasinSetup& setup, Vec2 start)
{
    const auto& [surface, optimizer, options] = setup.descent();
    const optimizer::Probe probe(surface, options.gradient, optimizer.chance);
    const auto rule = optimizer.rule->fresh();
    SettlingDetector detector;
    Vec2 x = start;
    for (int k = 0;; ++k) {
        if (k % 1024 == 0)
            check_interrupt();
        if (const auto fate = detector.look(setup, k, x, surface.value(x)))
            return *fate;
        if (options.budget == optimizer::Budget::evaluations
            && probe.evaluations() >= options.steps)
            return detector.fate_now(setup, k);
        const Vec2 next = rule->step(probe, x, setup.learning_rate(k));
        if (!rule->stopped().empty())
            return {setup.end_at(x), k}; // it stays where it is: at an end, or at none
        x = next;
    }
}

} // namespace thalweg::basin
