#pragma once

#include "core/error.hpp"
#include "core/options.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace thalweg::app {

// Options of commands whose help and messages read like those of scenes.

/// A whole number within limits; its default shows in the help.
inline void add_count(CLI::App& command, const std::string& name, int& value, Limits limits,
    const std::string& meaning)
{
    limits.max = std::min(limits.max, 1e9);
    const auto read = [name, limits, &value](const std::string& text) {
        double number = 0;
        if (!parse_number(text, number) || !limits.allow(number)
            || number != static_cast<int>(number))
            throw UsageError(fmt::format(
                "{} must be a whole number, {}, not \"{}\"", name, limits.text(), text));
        value = static_cast<int>(number);
    };
    command.add_option_function<std::string>(name, read, fmt::format("{} ({})", meaning, value))
        ->type_name("N");
}

/// One of a closed set of words; the default shows in the help.
template <class E>
void add_choice(CLI::App& command, const std::string& name, E& value,
    const std::vector<std::pair<std::string, E>>& choices, const std::string& meaning)
{
    std::vector<std::string> words;
    std::string usual;
    for (const auto& [word, choice] : choices) {
        words.push_back(word);
        if (choice == value)
            usual = word;
    }
    const auto read = [name, choices, words, &value](const std::string& text) {
        for (const auto& [word, choice] : choices)
            if (word == text) {
                value = choice;
                return;
            }
        throw UsageError(fmt::format("{} must be one of {}, not \"{}\"{}", name,
            fmt::join(words, ", "), text, did_you_mean(text, words)));
    };
    command
        .add_option_function<std::string>(
            name, read, usual.empty() ? meaning : fmt::format("{} ({})", meaning, usual))
        ->type_name(fmt::format("{}", fmt::join(words, "|")));
}

} // namespace thalweg::app
