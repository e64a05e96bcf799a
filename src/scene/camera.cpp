#include "experiment/run_names.hpp"
#include "scene/parts.hpp"
#include "scene/resolution.hpp"

#include <fmt/format.h>

namespace thalweg::scene {

namespace {

using panel::Ease;
using panel::Keyframe;

/// Nearer than this fraction of the domain, double precision no longer tells neighbouring pixels
/// apart.
constexpr double kNearest = 1e-9;
constexpr double kFarthest = 1e3;

/// A view that is too narrow for its place cannot be shown.
void check_center(Options& options, Vec2 center, double width)
{
    for (const double middle : {center.x, center.y}) {
        const Range view{middle - 0.5 * width, middle + 0.5 * width};
        if (const std::string fault = resolution_fault(view); !fault.empty())
            return options.refuse("center", fmt::format("the view {}", fault));
    }
}

/// One keyframe; what it does not say is as in the one before.
Keyframe read_keyframe(
    const Node& node, const Keyframe& before, const Scene& scene, Problems& problems)
{
    Keyframe key = before;
    Options options(node, problems);
    key.at_s = options.number("at", 0, {.min = 0}, "seconds from the start of the film");
    const auto center = options.point("center", "the middle of the view");
    const Node* follow
        = options.any("follow", "a run", "", "the run whose head stays in the middle");
    key.width = options.number("width", before.width, {.above = 0}, "of the view, in domain units");
    const double fraction = key.width / scene.experiments.front().domain.width();
    if (fraction < kNearest || fraction > kFarthest)
        options.refuse(
            "width", fmt::format("width must be {} to {} times the domain's", kNearest, kFarthest));
    key.ease = options.choice("ease", Ease::in_out,
        {{"linear", Ease::linear}, {"in", Ease::in}, {"out", Ease::out}, {"in-out", Ease::in_out}},
        "how the view moves to here from the keyframe before");
    check_center(options, center.value_or(before.center.value_or(Vec2{})), key.width);
    options.finish();
    if (center && follow)
        options.refuse("follow", "give either \"center\" or \"follow\", not both");
    if (center || follow) {
        key.center = center;
        key.follow
            = center ? std::nullopt : experiment::find_run(*follow, scene.experiments, problems);
    }
    return key;
}

} // namespace

panel::CameraPlan read_camera(Options& scene, const Scene& result)
{
    panel::CameraPlan camera;
    const Node* list = list_of(
        scene, "camera", "list of keyframes", "what part of the domain is shown, and when");
    if (!list || result.experiments.empty())
        return camera;
    const Box& domain = result.experiments.front().domain;
    Keyframe before{.center = domain.center(), .follow = {}, .width = domain.width()};
    for (const Node& item : list->items) {
        const Keyframe key = read_keyframe(item, before, result, scene.problems());
        if (!camera.empty() && !(key.at_s > before.at_s)) {
            const Node* at = item.find("at");
            scene.problems().add(at ? at->where : item.where,
                fmt::format(
                    "camera times must rise: {} does not come after {}", key.at_s, before.at_s));
        }
        camera.push_back(key);
        before = key;
    }
    return camera;
}

} // namespace thalweg::scene
