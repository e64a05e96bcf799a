#include "scene/style.hpp"

#include "scene/parts.hpp"

namespace thalweg::scene {

namespace {

using canvas::Theme;

constexpr int kLongestTrail = 10'000;

constexpr Kind<Theme> kThemes[] = {
    {"auto", "dark for films, light for pages", [](Options&) { return Theme::automatic; }},
    {"dark", "light on dark, for screens and dim rooms", [](Options&) { return Theme::dark; }},
    {"light", "dark on white, for print", [](Options&) { return Theme::light; }},
};

panel::TrailPlan read_trail(const Node& node, Problems& problems)
{
    using canvas::TrailColors;
    panel::TrailPlan trail;
    Options options(node, problems);
    if (options.has("length")) // without it, trails go by steps and distance
        trail.length = options.integer(
            "length", 240, {.min = 0, .max = kLongestTrail}, "steps that stay visible");
    trail.width = options.number("width", trail.width, {.above = 0, .max = 50},
        "of the line at the head, in layout units: 2 pixels at 1080p");
    trail.colors = options.choice("colors", trail.colors,
        {{"teal-amber", TrailColors::teal_amber}, {"teal-amber-hsl", TrailColors::teal_amber_hsl},
            {"by-run", TrailColors::by_run}},
        "from the oldest step to the newest");
    options.finish();
    return trail;
}

} // namespace

std::span<const Kind<Theme>> theme_kinds()
{
    return kThemes;
}

panel::TrailPlan read_style(Options& scene, Scene& result)
{
    panel::TrailPlan trail;
    const Node* node = mapping_of(scene, "style", "theme and trails");
    if (!node)
        return trail;
    Options style(*node, scene.problems());
    if (const Node* theme = style.any("theme", "a theme", "auto", "the colours of everything"))
        result.theme
            = make_kind(*theme, "theme", theme_kinds(), scene.problems()).value_or(result.theme);
    if (const Node* own = mapping_of(style, "trail", "the path behind each head"))
        trail = read_trail(*own, scene.problems());
    style.finish();
    return trail;
}

} // namespace thalweg::scene
