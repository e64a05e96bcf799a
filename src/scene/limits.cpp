#include "scene/limits.hpp"

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace thalweg::scene {

namespace {

std::size_t from_environment(const char* variable, std::size_t fallback)
{
    const char* set = std::getenv(variable);
    const std::string_view text = set ? set : "";
    std::size_t value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && stop == text.data() + text.size() ? value : fallback;
}

} // namespace

SceneLimits scene_limits()
{
    const SceneLimits usual;
    return {.bytes = from_environment("THALWEG_MAX_BYTES", usual.bytes),
        .nodes = from_environment("THALWEG_MAX_NODES", usual.nodes),
        .points = from_environment("THALWEG_MAX_POINTS", usual.points)};
}

} // namespace thalweg::scene
