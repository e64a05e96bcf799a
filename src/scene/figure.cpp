#include "scene/layout.hpp"
#include "scene/panels.hpp"
#include "scene/parts.hpp"

namespace thalweg::scene {

void read_figure(Options& scene, std::span<const panel::PanelKind> kinds,
    const panel::ReadContext& context, Scene& result)
{
    const Panels panels(scene, kinds, context, result);
    result.figure.layout = read_layout(scene, panels.names());
    if (!scene.problems().empty())
        return;
    const std::vector<std::string> chosen = names_in(result.figure.layout);
    result.figure.panels = chosen.empty() ? panels.all() : panels.of(chosen);
}

} // namespace thalweg::scene
