#include "scene/style.hpp"

#include "scene/parts.hpp"

namespace thalweg::scene {

namespace {

constexpr int kLongestTrail = 10'000;

constexpr Kind<Theme> kThemes[] = {
    {"auto", "dark for films, light for pages", [](Options&) { return Theme::automatic; }},
    {"dark", "light on dark, for screens and dim rooms", [](Options&) { return Theme::dark; }},
    {"light", "dark on white, for print", [](Options&) { return Theme::light; }},
};

TrailPlan read_trail(const Node& node, Problems& problems)
{
    TrailPlan trail;
    Options options(node, problems);
    trail.length = options.integer(
        "length", trail.length, {.min = 0, .max = kLongestTrail}, "steps that stay visible");
    trail.width = options.number(
        "width", trail.width, {.above = 0, .max = 50}, "of the line, in pixels of a 1080p film");
    trail.colors = options.choice("colors", trail.colors,
        {{"teal-amber", TrailColors::teal_amber}, {"teal-amber-hsl", TrailColors::teal_amber_hsl}},
        "from the oldest step to the newest");
    options.finish();
    return trail;
}

} // namespace

std::span<const Kind<Theme>> theme_kinds()
{
    return kThemes;
}

void read_style(Options& scene, Plan& plan)
{
    const Node* node = mapping_of(scene, "style", "theme and trails");
    if (!node)
        return;
    Options style(*node, scene.problems());
    if (const Node* theme = style.any("theme", "a theme", "auto", "the colours of everything"))
        plan.theme
            = make_kind(*theme, "theme", theme_kinds(), scene.problems()).value_or(plan.theme);
    if (const Node* trail = mapping_of(style, "trail", "the path behind each head"))
        plan.trail = read_trail(*trail, scene.problems());
    style.finish();
}

} // namespace thalweg::scene
