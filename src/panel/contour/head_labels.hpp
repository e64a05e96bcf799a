#pragma once

#include "panel/contour/heads.hpp"
#include "panel/contour/label_tracks.hpp"

#include <string>

namespace thalweg::panel {

/// What stands beside a head.
struct HeadLabel {
    std::string name{}; ///< the run's, as pictures show it
    std::string badge{}; ///< once it is lost: "· diverged at step 7"
    double name_width = 0; ///< and a gap: where the badge begins
};

HeadLabel head_label(
    const experiment::Experiments& experiments, std::size_t run, const Setting& setting);
/// The room that it takes.
LabelSize measure(const HeadLabel& label, const Setting& setting);

/// How runs' heads and labels look at one moment.
struct HeadsStyle {
    double scale = 1; ///< of the map
    double text_size = 13; ///< of labels, in layout units
    double number_size = 11; ///< of numbers in markers
};

/// A run's head: its marker, or an arrow at the map's edge where it is outside of the view.
void draw_head(canvas::Canvas& canvas, const experiment::Experiments& experiments, std::size_t run,
    const Head& head, const HeadsStyle& style);
/// What it covers around its middle, in layout units.
Box head_extent(
    const experiment::Experiments& experiments, std::size_t run, const HeadsStyle& style);
/// A thin line from a head to a label that stands away from it.
void draw_leader(canvas::Canvas& canvas, const Color& color, const Head& head,
    const LabelSpot& spot, const HeadsStyle& style);
/// badge_opacity  of the badge, 0 to 1
void draw_label(canvas::Canvas& canvas, const HeadLabel& label, const LabelSpot& spot,
    double badge_opacity, const HeadsStyle& style);

} // namespace thalweg::panel
