#include "optimizer/schedule.hpp"

namespace thalweg {

namespace {

constexpr Limits kRate{.above = 0};

Schedule constant(double rate)
{
    return [rate](int, int) { return rate; };
}

Schedule make_constant(Options& options)
{
    return constant(options.number("value", 0.001, kRate, "the learning rate of every step"));
}

constexpr Kind<Schedule> kKinds[] = {
    {"constant", "the same learning rate throughout; a bare number means this", make_constant},
};

} // namespace

std::span<const Kind<Schedule>> schedule_kinds()
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
    return make_kind(*node, "schedule", schedule_kinds(), options.problems())
        .value_or(constant(fallback));
}

} // namespace thalweg
