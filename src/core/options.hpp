#pragma once

#include "core/read_value.hpp"

#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace thalweg {

/// One option as users read about it.
struct OptionInfo {
    std::string key;
    std::string type; ///< "number", "whole number", "true or false", "text", "point", "range", ...
    std::string fallback; ///< as users would write it; empty where there is none
    Limits limits;
    std::vector<std::string> choices;
    std::string meaning;
};

/// The options of one mapping: reads, checks, locates, marks as used, and describes itself.
///
/// A factory asks for each option once. Over a scene's node that parses it: a wrong value is added
/// to the problems, with its place, and the fallback is returned, so that all problems are found in
/// one go; `finish()` reports the keys that nobody asked for. Over a recording
/// (`Options::recording`) the same calls fill a list of OptionInfo instead and return the
/// fallbacks: documentation, listings and the schema come from there.
class Options {
public:
    /// node      a mapping, or null for one without entries; must outlive this object
    /// reserved  keys that somebody else reads, such as "kind"
    Options(const Node& node, Problems& problems,
        std::initializer_list<std::string_view> reserved = {});
    static Options recording(std::vector<OptionInfo>& into);

    double number(std::string_view key, double fallback, Limits limits, std::string_view meaning);
    std::optional<double> number(std::string_view key, Limits limits, std::string_view meaning);
    int integer(std::string_view key, int fallback, Limits limits, std::string_view meaning);
    bool flag(std::string_view key, bool fallback, std::string_view meaning);
    std::string text(std::string_view key, std::string_view fallback, std::string_view meaning);
    /// A text for one line: what breaks it, as YAML's `>` does at the end, is a space or nothing.
    std::string line(std::string_view key, std::string_view fallback, std::string_view meaning);
    std::optional<Vec2> point(std::string_view key, std::string_view meaning);
    std::optional<Range> range(std::string_view key, std::string_view meaning);
    std::optional<Color> color(std::string_view key, std::string_view meaning);
    std::vector<double> numbers(std::string_view key, std::vector<double> fallback, Limits limits,
        std::string_view meaning);

    /// One of a closed set of words.
    template <class E>
    E choice(std::string_view key, E fallback,
        std::initializer_list<std::pair<std::string_view, E>> choices, std::string_view meaning)
    {
        std::vector<std::string> names;
        std::size_t at = 0;
        for (const auto& [name, value] : choices) {
            if (value == fallback)
                at = names.size();
            names.emplace_back(name);
        }
        return (choices.begin() + choose(key, at, names, meaning))->second;
    }

    /// One or several of a closed set of words, in the order in which they are written; at least
    /// one.
    template <class E>
    std::vector<E> choices(std::string_view key, E fallback,
        std::initializer_list<std::pair<std::string_view, E>> choices, std::string_view meaning)
    {
        std::vector<std::string> names;
        std::size_t at = 0;
        for (const auto& [name, value] : choices) {
            if (value == fallback)
                at = names.size();
            names.emplace_back(name);
        }
        std::vector<E> chosen;
        for (const std::size_t i : choose_several(key, at, names, meaning))
            chosen.push_back((choices.begin() + i)->second);
        return chosen;
    }

    /// The raw value of an option whose form the others do not cover; null where it is absent or
    /// while recording.
    ///
    /// type      what users may write, such as "a number or a schedule"
    /// fallback  as users would write it
    const Node* any(std::string_view key, std::string_view type, std::string_view fallback,
        std::string_view meaning);

    /// Is the key written? Never while recording.
    bool has(std::string_view key) const { return node_ && node_->find(key); }

    /// Adds a problem for each key that nobody asked for, with the nearest name that would have
    /// been right.
    void finish();

    /// Adds a problem at the value of `key` (at the mapping where it is absent).
    void refuse(std::string_view key, const std::string& message);
    Problems& problems() { return *problems_; }
    bool is_recording() const { return recorded_ != nullptr; }
    Location where() const;
    /// The place of the value of `key`; of the mapping where it is absent.
    Location where_of(std::string_view key) const;

private:
    Options() = default;
    const Node* look_up(OptionInfo info);
    std::size_t choose(std::string_view key, std::size_t fallback,
        const std::vector<std::string>& names, std::string_view meaning);
    std::vector<std::size_t> choose_several(std::string_view key, std::size_t fallback,
        const std::vector<std::string>& names, std::string_view meaning);
    /// Which of the names a value is; a problem and nothing where it is none.
    std::optional<std::size_t> chosen(
        const Node& node, std::string_view key, const std::vector<std::string>& names);

    const Node* node_ = nullptr;
    Problems* problems_ = nullptr;
    std::vector<OptionInfo>* recorded_ = nullptr;
    std::vector<std::string> known_;
};

} // namespace thalweg
