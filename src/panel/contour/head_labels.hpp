#pragma once

#include "panel/contour/heads.hpp"
#include "panel/contour/label_tracks.hpp"
#include "panel/fitted_names.hpp"

#include <string>

namespace thalweg::panel {

constexpr double kLeastLabelOpacity = 0.04; ///< a label that is fainter is left out

/// What stands beside a head.
struct HeadLabel {
    std::size_t run = 0;
    NameLines lines{}; ///< the run's name, as pictures show it
    std::string badge{}; ///< once it is lost: "· diverged at step 7"
    double badge_at = 0; ///< where it begins in the last line: behind the name and a gap
    double mark_room = 0; ///< of the run's mark before the name, where heads meet
};

/// The labels of some runs. Long names take two lines of a quarter of the map, and lose their
/// middle where these are too few.
std::vector<HeadLabel> head_labels(const experiment::Experiments& experiments,
    std::span<const std::size_t> runs, double map_width, const Setting& setting);
/// The room that it takes.
LabelSize measure(const HeadLabel& label, const Setting& setting);

/// How runs' heads and labels look at one moment.
struct HeadsStyle {
    double scale = 1; ///< of the map
    double text_size = 13; ///< of labels, in layout units
    double number_size = 11; ///< of numbers in markers
};

/// A run's head: its marker, or an arrow at the map's edge where it is outside of the view.
///
/// hidden  0 to 1: how far its marker is a thin outline, since it is behind something
void draw_head(canvas::Canvas& canvas, const experiment::Experiments& experiments, std::size_t run,
    const Head& head, const HeadsStyle& style, double hidden = 0);
/// What it covers around its middle, in layout units.
Box head_extent(
    const experiment::Experiments& experiments, std::size_t run, const HeadsStyle& style);
/// A thin line from a head to a label that stands away from it.
void draw_leader(canvas::Canvas& canvas, const Color& color, const Head& head,
    const LabelSpot& spot, const HeadsStyle& style);
/// A badge fades in once its run has diverged.
double badge_opacity(const optimizer::Trajectory& run, const experiment::Timeline& timeline,
    const experiment::Moment& moment);
/// A label, with the mark of its run as in the legend where heads meet.
///
/// badge_opacity  of the badge, 0 to 1
void draw_label(canvas::Canvas& canvas, const experiment::Experiments& experiments,
    const HeadLabel& label, const LabelSpot& spot, double badge_opacity, const HeadsStyle& style);

} // namespace thalweg::panel
