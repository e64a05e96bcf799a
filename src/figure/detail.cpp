#include "figure/detail.hpp"

#include <algorithm>

namespace thalweg::figure {

namespace {

/// Every role at or below `name`, so that ticks and labels never stand above the names of runs.
canvas::TypeScale smaller(const canvas::TypeScale& type, double title, double name)
{
    return {.title = title,
        .name = name,
        .label = std::min(type.label, name),
        .small = std::min(type.small, std::max(type.least, name - 0.5)),
        .least = type.least};
}

} // namespace

std::vector<DetailLevel> detail_levels(const canvas::Format& format)
{
    const canvas::TypeScale& type = format.type;
    std::vector<DetailLevel> levels{{.type = type}};
    const auto less = [&](auto change) {
        levels.push_back(levels.back());
        change(levels.back());
    };
    less([](DetailLevel& level) { level.detail.learning_rates = false; });
    less([](DetailLevel& level) { level.detail.formula = false; });
    less([&](DetailLevel& level) {
        level.detail.crowded = true;
        level.type = smaller(type, 0.5 * (type.title + type.name), 0.5 * (type.name + type.least));
    });
    less([&](DetailLevel& level) { level.type = smaller(type, type.name, type.least); });
    less([](DetailLevel& level) { level.detail.wrap_names = true; });
    less([](DetailLevel& level) {
        level.dropped.push_back("loss");
        level.detail.mark_keys = false;
    });
    less([](DetailLevel& level) { level.dropped.push_back("colorbar"); });
    less([](DetailLevel& level) { level.detail.whole_cards = false; });
    less([](DetailLevel& level) { level.detail.head_labels = false; });
    less([](DetailLevel& level) { level.detail.shorten_names = true; });
    less([](DetailLevel& level) { level.detail.losses = false; });
    less([](DetailLevel& level) { level.detail.wrap_names = false; }); // they are shorter still
    less([](DetailLevel& level) { level.dropped.push_back("title"); });
    if (!format.is_page) // a page is refused instead
        less([](DetailLevel& level) {
            level.dropped.push_back("legend");
            level.left_out.push_back("the legend with the names of the runs");
        });
    return levels;
}

} // namespace thalweg::figure
