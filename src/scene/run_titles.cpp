#include "scene/run_titles.hpp"

#include "panel/numbers.hpp"
#include "panel/wording.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace thalweg::scene {

namespace {

using Optimizers = std::vector<ListedOptimizer>;
using Group = std::vector<std::size_t>; ///< places of optimizers in the list

/// The value of an option as pictures show it; empty where it is absent, or more than one word.
std::string option_text(const Node& optimizer, const std::string& key)
{
    const Node* value = optimizer.find(key);
    double number = 0;
    if (!value || value->type != Node::Type::scalar)
        return "";
    return parse_number(value->text, number) ? panel::exact_number(number) : value->text;
}

/// The options that the optimizers of a group have, the learning rate first.
std::vector<std::string> options_of(const Optimizers& all, const Group& group)
{
    static constexpr std::array<std::string_view, 4> kNoOptions{"kind", "label", "name", "color"};
    std::vector<std::string> keys{"learning_rate"};
    for (const std::size_t i : group)
        for (const Node::Entry& entry : all[i].node->entries)
            if (std::ranges::find(kNoOptions, entry.key) == kNoOptions.end()
                && std::ranges::find(keys, entry.key) == keys.end())
                keys.push_back(entry.key);
    return keys;
}

/// "learning rate 0.01" for each optimizer of a group, by the first option that is different in
/// all of them; nothing where there is none.
std::vector<std::string> differences(const Optimizers& all, const Group& group)
{
    for (const std::string& key : options_of(all, group)) {
        std::vector<std::string> texts;
        for (const std::size_t i : group)
            texts.push_back(option_text(*all[i].node, key));
        std::vector<std::string> sorted = texts;
        std::ranges::sort(sorted);
        if (sorted.front().empty() || std::ranges::adjacent_find(sorted) != sorted.end())
            continue;
        std::string words = key;
        std::ranges::replace(words, '_', ' ');
        for (std::string& text : texts)
            text = fmt::format("{} {}", words, text);
        return texts;
    }
    return {};
}

/// Gives the optimizers of one title titles that nobody has.
void tell_apart(const Optimizers& all, const Group& group, std::vector<std::string>& titles)
{
    const auto is_given = [&](std::size_t i) { return !all[i].spec.label.empty(); };
    const bool one_keeps_it = std::ranges::count_if(group, is_given) == 1;
    const std::vector<std::string> texts = differences(all, group);
    const std::string common = titles[group.front()];
    int number = 1;
    for (std::size_t k = 0; k < group.size(); ++k) {
        if (one_keeps_it && is_given(group[k]))
            continue;
        std::string title = texts.empty() ? common : fmt::format("{}, {}", common, texts[k]);
        const bool keeps_it = texts.empty() && k == 0 && !one_keeps_it;
        while (!keeps_it && std::ranges::find(titles, title) != titles.end())
            title = fmt::format("{} {}", common, ++number);
        titles[group[k]] = title;
    }
}

} // namespace

std::vector<std::string> run_titles(const std::vector<ListedOptimizer>& optimizers)
{
    std::vector<std::string> titles;
    for (const ListedOptimizer& one : optimizers)
        titles.push_back(
            one.spec.label.empty() ? panel::kind_in_words(one.spec.kind) : one.spec.label);
    for (std::size_t i = 0; i < titles.size(); ++i) {
        Group same;
        for (std::size_t j = 0; j < titles.size(); ++j)
            if (titles[j] == titles[i])
                same.push_back(j);
        if (same.size() > 1)
            tell_apart(optimizers, same, titles);
    }
    return titles;
}

} // namespace thalweg::scene
