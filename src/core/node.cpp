#include "core/node.hpp"

#include <charconv>
#include <cmath>

namespace thalweg {

const Node* Node::find(std::string_view key) const
{
    for (const Entry& entry : entries)
        if (entry.key == key)
            return &entry.value;
    return nullptr;
}

std::string_view Node::type_name() const
{
    switch (type) {
    case Type::null:
        return "nothing";
    case Type::scalar:
        return "text";
    case Type::sequence:
        return "a list";
    case Type::mapping:
        return "a mapping";
    }
    return "";
}

bool parse_number(std::string_view text, double& value)
{
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end && std::isfinite(value);
}

} // namespace thalweg
