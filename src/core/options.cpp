#include "core/options.hpp"

#include "core/read_value.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace thalweg {

Options::Options(
    const Node& node, Problems& problems, std::initializer_list<std::string_view> reserved)
    : node_(&node)
    , problems_(&problems)
    , known_(reserved.begin(), reserved.end())
{
    if (node.type != Node::Type::mapping && node.type != Node::Type::null)
        refuse_type(node, "this", "a mapping of options", problems);
}

Options Options::recording(std::vector<OptionInfo>& into)
{
    Options options;
    options.recorded_ = &into;
    return options;
}

const Node* Options::look_up(OptionInfo info)
{
    known_.push_back(info.key);
    if (recorded_) {
        recorded_->push_back(std::move(info));
        return nullptr;
    }
    return node_->find(known_.back());
}

double Options::number(
    std::string_view key, double fallback, Limits limits, std::string_view meaning)
{
    const Node* node = look_up({std::string(key), "number", fmt::format("{}", fallback), limits, {},
        std::string(meaning)});
    return node ? read_number(*node, key, limits, *problems_).value_or(fallback) : fallback;
}

std::optional<double> Options::number(std::string_view key, Limits limits, std::string_view meaning)
{
    const Node* node = look_up({std::string(key), "number", "", limits, {}, std::string(meaning)});
    return node ? read_number(*node, key, limits, *problems_) : std::nullopt;
}

int Options::integer(std::string_view key, int fallback, Limits limits, std::string_view meaning)
{
    const Node* node = look_up({std::string(key), "whole number", fmt::format("{}", fallback),
        limits, {}, std::string(meaning)});
    if (!node)
        return fallback;
    const auto value = read_number(*node, key, limits, *problems_);
    if (!value)
        return fallback;
    if (*value == std::floor(*value) && std::abs(*value) <= std::numeric_limits<int>::max())
        return static_cast<int>(*value);
    refuse_type(*node, key, "a whole number", *problems_);
    return fallback;
}

bool Options::flag(std::string_view key, bool fallback, std::string_view meaning)
{
    const Node* node = look_up({std::string(key), "true or false", fallback ? "true" : "false", {},
        {}, std::string(meaning)});
    if (!node)
        return fallback;
    if (node->type == Node::Type::scalar && !node->quoted
        && (node->text == "true" || node->text == "false"))
        return node->text == "true";
    refuse_type(*node, key, "true or false", *problems_);
    return fallback;
}

std::string Options::text(std::string_view key, std::string_view fallback, std::string_view meaning)
{
    const Node* node
        = look_up({std::string(key), "text", std::string(fallback), {}, {}, std::string(meaning)});
    if (!node)
        return std::string(fallback);
    if (node->type == Node::Type::scalar)
        return node->text;
    refuse_type(*node, key, "text", *problems_);
    return std::string(fallback);
}

std::string Options::line(std::string_view key, std::string_view fallback, std::string_view meaning)
{
    static constexpr std::array<std::string_view, 5> kBlanks{
        " ", "\t", "\n", "\u2028", "\u2029"}; // the last two end lines and paragraphs
    const std::string written = text(key, fallback, meaning);
    std::string joined;
    for (std::string_view rest = written; !rest.empty();) {
        const std::string_view character
            = rest.substr(0, std::max<std::size_t>(utf8_length(rest), 1));
        rest.remove_prefix(character.size());
        if (std::ranges::find(kBlanks, character) == kBlanks.end())
            joined += character;
        else if (!joined.empty() && joined.back() != ' ')
            joined += ' ';
    }
    if (joined.ends_with(' '))
        joined.pop_back();
    if (!joined.empty() && !is_visible(joined))
        refuse(key, fmt::format("{} holds nothing that can be seen", key));
    return joined;
}

std::optional<Vec2> Options::point(std::string_view key, std::string_view meaning)
{
    const Node* node = look_up({std::string(key), "point", "", {}, {}, std::string(meaning)});
    return node ? read_point(*node, key, *problems_) : std::nullopt;
}

std::optional<Range> Options::range(std::string_view key, std::string_view meaning)
{
    const Node* node = look_up({std::string(key), "range", "", {}, {}, std::string(meaning)});
    return node ? read_range(*node, key, *problems_) : std::nullopt;
}

std::optional<Color> Options::color(std::string_view key, std::string_view meaning)
{
    const Node* node = look_up({std::string(key), "\"#RRGGBB\"", "", {}, {}, std::string(meaning)});
    return node ? read_color(*node, key, *problems_) : std::nullopt;
}

std::vector<double> Options::numbers(
    std::string_view key, std::vector<double> fallback, Limits limits, std::string_view meaning)
{
    const Node* node = look_up({std::string(key), "list of numbers",
        fmt::format("[{}]", fmt::join(fallback, ", ")), limits, {}, std::string(meaning)});
    if (!node)
        return fallback;
    if (node->type != Node::Type::sequence) {
        refuse_type(*node, key, "a list of numbers", *problems_);
        return fallback;
    }
    std::vector<double> values;
    for (const Node& item : node->items)
        if (const auto value = read_number(item, key, limits, *problems_))
            values.push_back(*value);
    return values;
}

std::size_t Options::choose(std::string_view key, std::size_t fallback,
    const std::vector<std::string>& names, std::string_view meaning)
{
    const Node* node
        = look_up({std::string(key), "choice", names[fallback], {}, names, std::string(meaning)});
    if (!node)
        return fallback;
    return chosen(*node, key, names).value_or(fallback);
}

std::optional<std::size_t> Options::chosen(
    const Node& node, std::string_view key, const std::vector<std::string>& names)
{
    const auto found
        = node.type == Node::Type::scalar ? std::ranges::find(names, node.text) : names.end();
    if (found != names.end())
        return static_cast<std::size_t>(found - names.begin());
    problems_->add(node.where,
        fmt::format("{} must be one of {}, not {}{}", key, fmt::join(names, ", "), shown(node),
            did_you_mean(node.text, names)));
    return std::nullopt;
}

std::vector<std::size_t> Options::choose_several(std::string_view key, std::size_t fallback,
    const std::vector<std::string>& names, std::string_view meaning)
{
    const Node* node = look_up(
        {std::string(key), "one or a list", names[fallback], {}, names, std::string(meaning)});
    if (!node)
        return {fallback};
    if (node->type != Node::Type::sequence)
        return {chosen(*node, key, names).value_or(fallback)};
    std::vector<std::size_t> all;
    for (const Node& item : node->items)
        if (const auto one = chosen(item, key, names)) {
            if (std::ranges::find(all, *one) == all.end())
                all.push_back(*one);
            else
                problems_->add(item.where, fmt::format("{} names {} twice", key, item.text));
        }
    if (node->items.empty())
        problems_->add(node->where, fmt::format("{} must name at least one", key));
    if (all.empty())
        all.push_back(fallback);
    return all;
}

const Node* Options::any(std::string_view key, std::string_view type, std::string_view fallback,
    std::string_view meaning)
{
    return look_up(
        {std::string(key), std::string(type), std::string(fallback), {}, {}, std::string(meaning)});
}

void Options::finish()
{
    if (recorded_)
        return;
    for (const Node::Entry& entry : node_->entries)
        if (std::ranges::find(known_, entry.key) == known_.end())
            problems_->add(entry.where,
                fmt::format("unknown key \"{}\"{}", entry.key, did_you_mean(entry.key, known_)));
}

void Options::refuse(std::string_view key, const std::string& message)
{
    if (recorded_)
        return;
    const Node* node = node_->find(key);
    problems_->add(node ? node->where : node_->where, message);
}

Location Options::where_of(std::string_view key) const
{
    const Node* value = node_ ? node_->find(key) : nullptr;
    return value ? value->where : where();
}

Location Options::where() const
{
    return node_ ? node_->where : Location{};
}

} // namespace thalweg
