#include "scene/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thalweg::scene {

namespace {

/// Nearer than this share of the domain, double precision no longer tells neighbouring pixels
/// apart.
constexpr double kNearest = 1e-9;
constexpr double kFarthest = 1e3;

std::string run_of(Options& options, const Plan& plan)
{
    const std::string name = options.text("follow", "", "the run whose head stays in the middle");
    std::vector<std::string> known;
    for (const RunPlan& run : plan.runs)
        known.push_back(run.name);
    if (!name.empty() && !known.empty() && std::ranges::find(known, name) == known.end())
        options.refuse(
            "follow", fmt::format("no run is named \"{}\"{}", name, did_you_mean(name, known)));
    return name;
}

/// One keyframe; what it does not say is as in the one before.
Keyframe read_keyframe(
    const Node& node, const Keyframe& before, const Plan& plan, Problems& problems)
{
    Keyframe key = before;
    Options options(node, problems);
    key.at_s = options.number("at", 0, {.min = 0}, "seconds from the start of the film");
    const auto center = options.point("center", "the middle of the view");
    const std::string follow = run_of(options, plan);
    key.width = options.number("width", before.width, {.above = 0}, "of the view, in domain units");
    const double share = key.width / plan.domain.width();
    if (share < kNearest || share > kFarthest)
        options.refuse(
            "width", fmt::format("width must be {} to {} times the domain's", kNearest, kFarthest));
    key.ease = options.choice("ease", Ease::in_out,
        {{"linear", Ease::linear}, {"in", Ease::in}, {"out", Ease::out}, {"in-out", Ease::in_out}},
        "how the view moves to here from the keyframe before");
    options.finish();
    if (center && !follow.empty())
        options.refuse("follow", "give either \"center\" or \"follow\", not both");
    if (center || !follow.empty()) {
        key.center = center;
        key.follow = center ? std::nullopt : std::optional(follow);
    }
    return key;
}

} // namespace

void read_camera(Options& scene, Plan& plan)
{
    const Node* list = list_of(
        scene, "camera", "list of keyframes", "what part of the domain is shown, and when");
    if (!list)
        return;
    Keyframe before{.center = plan.domain.center(), .follow = {}, .width = plan.domain.width()};
    for (const Node& item : list->items) {
        const Keyframe key = read_keyframe(item, before, plan, scene.problems());
        if (!plan.camera.empty() && !(key.at_s > before.at_s)) {
            const Node* at = item.find("at");
            scene.problems().add(at ? at->where : item.where,
                fmt::format(
                    "camera times must rise: {} does not come after {}", key.at_s, before.at_s));
        }
        plan.camera.push_back(key);
        before = key;
    }
}

} // namespace thalweg::scene
