#include "app/option_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace thalweg::app {

std::string option_form(const OptionInfo& option)
{
    if (!option.choices.empty())
        return fmt::format("{}{}", fmt::join(option.choices, ", "),
            option.type == "choice" ? "" : " (" + option.type + ")");
    const std::string limits = option.limits.text();
    return limits.empty() ? option.type : option.type + ", " + limits;
}

std::string options_text(std::span<const OptionInfo> options)
{
    if (options.empty())
        return "";
    std::size_t widest = 0;
    for (const OptionInfo& option : options)
        widest = std::max(widest, option.key.size());
    std::string text = "  options\n";
    for (const OptionInfo& option : options) {
        const std::string fallback
            = option.fallback.empty() ? "" : fmt::format("; default {}", option.fallback);
        text += fmt::format("    {:<{}}  {} ({}{})\n", option.key, widest, option.meaning,
            option_form(option), fallback);
    }
    return text;
}

} // namespace thalweg::app
