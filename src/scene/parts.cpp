#include "scene/parts.hpp"

#include <fmt/format.h>

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
    if (scene.any("timeline", "later", "", "not available in this version"))
        scene.refuse("timeline",
            "timeline is not available in this version: a film plays every run from first step to "
            "last; \"duration\" sets its length");
}

} // namespace thalweg::scene
