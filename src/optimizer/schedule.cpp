#include "optimizer/schedule.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace thalweg::optimizer {

namespace {

constexpr Limits kRate{.above = 0};
constexpr double kDefault = 0.01;

double read_from(Options& options)
{
    return options.number("from", kDefault, kRate, "learning rate of the first step");
}

double read_to(Options& options)
{
    return options.number("to", 0, {.min = 0}, "learning rate at the end");
}

/// From `from` at 0 to `to` at 1 along half a wave of the cosine.
double cosine_between(double from, double to, double share)
{
    return to + 0.5 * (from - to) * (1 + thalweg::cos(std::numbers::pi * share));
}

Schedule constant(double rate)
{
    return [rate](int, int) { return rate; };
}

ScheduleSpec make_constant(Options& options)
{
    return {constant(options.number("value", kDefault, kRate, "learning rate of every step")),
        "ηₖ = value"};
}

ScheduleSpec make_step(Options& options)
{
    const double from = read_from(options);
    const double factor
        = options.number("factor", 0.1, {.above = 0}, "multiplies the rate at each stair");
    const int every = options.integer("every", 100, {.min = 1}, "steps that a stair is long");
    return {[=](int k, int) { return from * thalweg::pow(factor, k / every); },
        "ηₖ = from · factor^⌊k / every⌋"};
}

ScheduleSpec make_exponential(Options& options)
{
    const double from = read_from(options);
    const double decay
        = options.number("decay", 0.99, {.above = 0, .max = 1}, "multiplies the rate each step");
    return {[=](int k, int) { return from * thalweg::pow(decay, k); }, "ηₖ = from · decay^k"};
}

ScheduleSpec make_inverse_time(Options& options)
{
    const double from = read_from(options);
    const double decay = options.number("decay", 0.01, {.min = 0}, "how fast the rate falls");
    return {[=](int k, int) { return from / (1 + decay * k); }, "ηₖ = from / (1 + decay · k)"};
}

ScheduleSpec make_inverse_square_root(Options& options)
{
    const double from = read_from(options);
    const double decay = options.number("decay", 1, {.min = 0}, "how fast the rate falls");
    return {[=](int k, int) { return from / std::sqrt(1 + decay * k); },
        "ηₖ = from / √(1 + decay · k)"};
}

ScheduleSpec make_cosine(Options& options)
{
    const double from = read_from(options), to = read_to(options);
    const int over
        = options.integer("over", 0, {.min = 0}, "steps until the rate is `to`; 0: the run's");
    const auto rate = [=](int k, int n) {
        const double length = std::max(1, over > 0 ? over : n);
        return cosine_between(from, to, std::min(1.0, k / length));
    };
    return {rate, "ηₖ = to + (from − to) (1 + cos(π min(1, k / over))) / 2;  over: n where it is 0",
        "I. Loshchilov, F. Hutter, SGDR: stochastic gradient descent with warm restarts, 2017, "
        "equation 5, one period"};
}

ScheduleSpec make_cosine_restarts(Options& options)
{
    const double from = read_from(options), to = read_to(options);
    const int first = options.integer("period", 100, {.min = 1}, "steps until the first restart");
    const double factor = options.number(
        "factor", 1, {.min = 1}, "how much longer each period is than the one before");
    const auto rate = [=](int k, int) {
        double begin = 0, length = first;
        while (begin + length <= k) {
            // Equal periods need no counting, which a long run would pay for.
            begin += factor == 1 ? length * std::floor((k - begin) / length) : length;
            length *= factor;
        }
        return cosine_between(from, to, (k - begin) / length);
    };
    return {rate,
        "ηₖ = to + (from − to) (1 + cos(π j / T)) / 2;  j: steps since the last restart, T = "
        "period · "
        "factorⁱ after i restarts",
        "I. Loshchilov, F. Hutter, SGDR: stochastic gradient descent with warm restarts, 2017, "
        "equation 5"};
}

/// A straight line of factors on another schedule, whose own steps begin where the line ends.
ScheduleSpec make_warm_up(Options& options)
{
    const int rise = options.integer("steps", 50, {.min = 1}, "steps that the rise takes");
    const Schedule then
        = read_schedule(options, "then", kDefault, "number or schedule that follows");
    const double first = options.number(
        "start_factor", 1.0 / 3, {.above = 0, .max = 1}, "multiplies the rate of the first step");
    const double last = options.number(
        "end_factor", 1, {.min = 0, .max = 1}, "multiplies the rate from the end of the rise on");
    const auto rate = [=](int k, int n) {
        const double risen = static_cast<double>(std::min(k, rise)) / rise;
        const double factor = first + (last - first) * risen;
        return factor * then(std::max(0, k - rise), std::max(0, n - rise));
    };
    return {rate,
        "ηₖ = (start_factor + (end_factor − start_factor) min(k, steps) / steps) · then(max(0, k − "
        "steps))",
        "PyTorch's LinearLR; steps is its total_iters"};
}

ScheduleSpec make_one_cycle(Options& options)
{
    const double peak = options.number("peak", kDefault, kRate, "greatest learning rate");
    const double rise
        = options.number("rise", 0.3, {.above = 0, .below = 1}, "share of the run until the peak");
    const double start
        = peak / options.number("start_divisor", 25, {.min = 1}, "peak over the first rate");
    const double end
        = start / options.number("end_divisor", 1e4, {.min = 1}, "first rate over the last one");
    const auto rate = [=](int k, int n) {
        const double last = std::max(1, n - 1), top = std::max(rise * n - 1, 1e-9);
        if (k <= top)
            return cosine_between(start, peak, k / top);
        return cosine_between(peak, end, std::min(1.0, (k - top) / (last - top)));
    };
    return {rate,
        "m = rise · n − 1, c(a, b, s) = b + (a − b) (1 + cos(π s)) / 2;  k ≤ m: ηₖ = c(start, "
        "peak, k / "
        "m), start = peak / start_divisor;  else ηₖ = c(peak, end, (k − m) / (n − 1 − m)), end = "
        "start / "
        "end_divisor",
        "L. N. Smith, N. Topin, Super-convergence: very fast training of neural networks using "
        "large "
        "learning rates, 2018; two cosine phases and the defaults as PyTorch's OneCycleLR"};
}

constexpr Kind<ScheduleSpec> kKinds[] = {
    {"constant", "the same learning rate throughout; a bare number means this", make_constant},
    {"step", "falls by a factor at every stair", make_step},
    {"exponential", "falls by a factor every step", make_exponential},
    {"inverse-time", "falls as 1 / (1 + decay · k)", make_inverse_time},
    {"inverse-square-root", "falls as 1 / √(1 + decay · k)", make_inverse_square_root},
    {"cosine", "falls along half a wave of the cosine", make_cosine},
    {"cosine-restarts", "falls along the cosine and starts again, period by period",
        make_cosine_restarts},
    {"warm-up", "rises in a straight line to another schedule, which follows", make_warm_up},
    {"one-cycle", "rises to a peak and falls far below where it began", make_one_cycle},
};

} // namespace

std::span<const Kind<ScheduleSpec>> schedule_kinds()
{
    return kKinds;
}

Schedule read_schedule(
    Options& options, std::string_view key, double fallback, std::string_view meaning)
{
    const Node* node = options.any(key, "number or schedule", fmt::format("{}", fallback), meaning);
    if (!node)
        return constant(fallback);
    double number = 0;
    if (node->type == Node::Type::scalar && !node->quoted && parse_number(node->text, number))
        return constant(read_number(*node, key, kRate, options.problems()).value_or(fallback));
    const auto made = make_kind(*node, "schedule", schedule_kinds(), options.problems());
    return made ? made->rate : constant(fallback);
}

} // namespace thalweg::optimizer
