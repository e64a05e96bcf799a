#pragma once

#include "output/production.hpp"
#include "panel/contour/plan.hpp"
#include "panel/contour/projection.hpp"
#include "pictures/formats.hpp"

#include <optional>
#include <span>

namespace thalweg::test {

/// A scene, computed, whose frames tests look at.
struct Film {
    std::string name;
    panel::TrailPlan trail{}; ///< of its map
    std::shared_ptr<const output::Production> production;

    const experiment::Timeline& timeline() const { return production->timeline(); }
};
Film film_of(const std::string& name, scene::Scene scene);
Film film_of_text(const std::string& name, const std::string& text);

/// Scenes that are hard to show, by what is hard about them, as text.
std::vector<std::pair<std::string, std::string>> hard_scenes();

constexpr double kFrames_s = 1.0 / 60; ///< of films at their default rate
/// The time of every frame.
std::vector<double> frame_times(const Film& film);

/// A run's head and label at one moment, as they were drawn.
struct RunMarks {
    std::optional<Box> head{}; ///< in layout units
    std::optional<Box> label{};
    double opacity = 0; ///< of the label; 0 where none was drawn
};

/// Looks at the map of a figure; of several, at the first one.
class MapWatch {
public:
    MapWatch(const Film& film, const canvas::Format& format);

    const figure::Figure& figure() const { return *figure_; }
    const figure::PlacedItem& map() const { return *map_; }
    /// By run.
    std::vector<RunMarks> marks(const experiment::Moment& moment);
    panel::Projection projection(const experiment::Moment& moment) const;

private:
    const Film& film_;
    figure::FigurePtr figure_;
    const figure::PlacedItem* map_ = nullptr;
    canvas::Typesetter type_;
    canvas::Recorder recorder_;
};

} // namespace thalweg::test
