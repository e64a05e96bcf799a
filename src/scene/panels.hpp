#pragma once

#include "core/options.hpp"
#include "panel/kinds.hpp"
#include "scene/scene.hpp"

namespace thalweg::scene {

/// The panels that a picture may show: those of `panels`, and those that need no entry there.
class Panels {
public:
    /// Reads `panels`. The levels and basins of maps become those of their experiments.
    ///
    /// kinds            that panels may be of
    /// context, result  must outlive this object
    Panels(Options& scene, std::span<const panel::PanelKind> kinds,
        const panel::ReadContext& context, Scene& result);

    /// Every name that a layout may use.
    std::vector<std::string> names() const;
    /// All that a picture shows whose layout nobody chose, in reading order: title, maps, legend,
    /// other panels, colour bar.
    std::vector<figure::NamedPanel> all() const;
    /// The panels of these names, in this order, without those that have nothing to show.
    std::vector<figure::NamedPanel> of(const std::vector<std::string>& names) const;

private:
    struct Entry {
        std::string name, kind;
        panel::PanelPlanPtr plan; ///< null: it follows from the maps of the picture
        bool is_written = false; ///< in `panels`
    };
    using Maps = std::vector<std::shared_ptr<const panel::ContourPlan>>;

    void read(const Node& panel, const std::string& name, Problems& problems);
    void take_ground(const Node& panel, const panel::ContourPlan& map);
    void add_missing();
    bool is_written(const std::string& name) const;
    panel::PanelPlanPtr default_map(const std::string& experiment) const;
    panel::PanelPlanPtr default_panel(
        std::string_view kind, const std::vector<std::string>& names) const;
    panel::PanelPlanPtr panel(const std::string& name, const std::vector<std::string>& names) const;
    bool has_dashes(const std::vector<figure::NamedPanel>& panels) const;
    panel::PanelPlanPtr part(
        const std::string& name, const std::vector<figure::NamedPanel>& panels) const;

    std::span<const panel::PanelKind> kinds_;
    const panel::ReadContext& context_;
    Scene& scene_;
    std::vector<Entry> entries_; ///< of `panels`, then the default maps and the default loss curve
    std::vector<char> has_levels_; ///< for each experiment: its levels are written
};

} // namespace thalweg::scene
