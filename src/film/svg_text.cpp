#include "film/svg_text.hpp"

#include <charconv>
#include <map>

#include <fmt/format.h>

namespace thalweg::film {

namespace {

bool is_number_part(char c)
{
    return (c >= '0' && c <= '9') || c == '.' || c == '-';
}
bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// A decimal number with at most three decimals and nothing that could be left out.
std::string shorter(std::string_view number)
{
    double value = 0;
    const char* end = number.data() + number.size();
    if (std::from_chars(number.data(), end, value).ptr != end)
        return std::string(number);
    std::string text = fmt::format("{:.3f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text == "-0" ? "0" : text;
}

/// Path data: short numbers, and spaces only between two of them.
std::string shorter_path(std::string_view path)
{
    std::string out;
    for (std::size_t i = 0; i < path.size();) {
        if (!is_number_part(path[i])) {
            if (is_letter(path[i]))
                out += path[i];
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < path.size() && is_number_part(path[end]))
            ++end;
        const std::string number = shorter(path.substr(i, end - i));
        if (!out.empty() && !is_letter(out.back()) && !number.starts_with('-'))
            out += ' ';
        out += number;
        i = end;
    }
    // Cairo ends closed paths with a move to where they began, which draws nothing.
    if (const std::size_t move = out.find_last_of('M'); move != std::string::npos && move > 0
        && out[move - 1] == 'Z' && out.find_first_of("LCZ", move) == std::string::npos)
        out.erase(move);
    return out;
}

/// New names for ids, in the order in which they are met.
class Ids {
public:
    const std::string& rename(std::string_view id)
    {
        const auto [at, is_new] = names_.try_emplace(std::string(id));
        if (is_new)
            at->second = fmt::format("i{}", names_.size());
        return at->second;
    }

    /// An attribute's value with the ids that it refers to, as "#a" or "url(#a)", renamed.
    std::string rename_references(std::string_view value)
    {
        if (value.starts_with('#'))
            return "#" + rename(value.substr(1));
        constexpr std::string_view kOpen = "url(#";
        std::string out;
        for (;;) {
            const std::size_t open = value.find(kOpen);
            const std::size_t close = open == value.npos ? open : value.find(')', open);
            if (close == value.npos)
                return out.append(value);
            const std::size_t id = open + kOpen.size();
            out.append(value.substr(0, id)).append(rename(value.substr(id, close - id)));
            value.remove_prefix(close);
        }
    }

private:
    std::map<std::string, std::string> names_;
};

std::string tidy_attribute(std::string_view name, std::string_view value, Ids& ids)
{
    if (name == "id")
        return ids.rename(value);
    if (name == "d")
        return shorter_path(value);
    if (name == "x" || name == "y" || name == "width" || name == "height")
        return value.ends_with("pt") ? shorter(value.substr(0, value.size() - 2)) + "pt"
                                     : shorter(value);
    return name == "xlink:href" || value.find("url(#") != value.npos ? ids.rename_references(value)
                                                                     : std::string(value);
}

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text)
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        default:
            out += c;
        }
    return out;
}

/// What stands behind the opening tag of the document.
std::string about(const PageMeta& meta)
{
    std::string out;
    if (!meta.title.empty())
        out += fmt::format("\n<title>{}</title>", escaped(meta.title));
    if (!meta.description.empty())
        out += fmt::format("\n<desc>{}</desc>", escaped(meta.description));
    return out;
}

} // namespace

std::string tidy_svg(std::string_view svg, const PageMeta& meta)
{
    std::string out;
    out.reserve(svg.size());
    Ids ids;
    std::size_t at = 0;
    for (;;) {
        const std::size_t open = svg.find("=\"", at);
        const std::size_t close = open == std::string_view::npos ? open : svg.find('"', open + 2);
        if (close == std::string_view::npos)
            break;
        const std::size_t name = svg.find_last_of(" \n<", open) + 1;
        out += svg.substr(at, open + 2 - at);
        out += tidy_attribute(
            svg.substr(name, open - name), svg.substr(open + 2, close - open - 2), ids);
        at = close;
    }
    out += svg.substr(at);
    if (const std::size_t root = out.find("<svg"); root != std::string::npos)
        out.insert(out.find('>', root) + 1, about(meta));
    return out;
}

} // namespace thalweg::film
