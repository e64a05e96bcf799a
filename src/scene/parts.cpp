#include "scene/parts.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace thalweg::scene {

const Node* mapping_of(Options& options, std::string_view key, std::string_view meaning)
{
    const Node* node = options.any(key, "mapping", "", meaning);
    if (!node || node->type == Node::Type::mapping)
        return node;
    options.refuse(key, fmt::format("{} must be a mapping, not {}", key, node->type_name()));
    return nullptr;
}

const Node* list_of(
    Options& options, std::string_view key, std::string_view type, std::string_view meaning)
{
    const Node* node = options.any(key, type, "", meaning);
    if (!node || node->type == Node::Type::sequence)
        return node;
    options.refuse(key, fmt::format("{} must be a {}, not {}", key, type, node->type_name()));
    return nullptr;
}

void refuse_later_keys(Options& scene)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kLater
        = {{{"layout", "the scene shows one panel"},
            {"timeline",
                "a film plays every run from first step to last; \"duration\" sets its length"}}};
    for (const auto& [key, instead] : kLater)
        if (scene.any(key, "later", "", "not available in this version"))
            scene.refuse(key, fmt::format("{} is not available in this version: {}", key, instead));
}

} // namespace thalweg::scene
