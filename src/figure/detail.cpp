#include "figure/detail.hpp"

namespace thalweg::figure {

std::vector<DetailLevel> detail_levels(const canvas::Format& format)
{
    std::vector<DetailLevel> levels(1);
    const auto less = [&](auto change) {
        levels.push_back(levels.back());
        change(levels.back());
    };
    less([](DetailLevel& level) { level.detail.learning_rates = false; });
    less([](DetailLevel& level) { level.detail.formula = false; });
    less([&](DetailLevel& level) {
        level.detail.name_size = 0.5 * (format.type.name + format.type.least);
        level.detail.title_size = 0.5 * (format.type.title + format.type.name);
    });
    less([&](DetailLevel& level) {
        level.detail.name_size = format.type.least;
        level.detail.title_size = format.type.name;
    });
    less([](DetailLevel& level) { level.dropped.push_back("loss"); });
    less([](DetailLevel& level) { level.dropped.push_back("colorbar"); });
    less([](DetailLevel& level) { level.detail.wrap_names = true; });
    less([](DetailLevel& level) { level.detail.head_labels = false; });
    less([](DetailLevel& level) { level.dropped.push_back("title"); });
    if (!format.is_page) // a page is refused instead
        less([](DetailLevel& level) {
            level.dropped.push_back("legend");
            level.left_out.push_back("the legend with the names of the runs");
        });
    return levels;
}

} // namespace thalweg::figure
