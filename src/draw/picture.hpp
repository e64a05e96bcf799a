#pragma once

#include "draw/history.hpp"
#include "draw/sidebar.hpp"

namespace thalweg {

/// What stands still while the camera does: background, map, sidebar.
void draw_backdrop(Canvas& canvas, Typesetter& type, const Stage& stage, const Palette& palette,
    const Sidebar& sidebar, const Box& view);

/// What moves: unfinished paths, trails, heads, labels, read-outs.
void draw_action(Canvas& canvas, Typesetter& type, const Stage& stage, const Palette& palette,
    const Sidebar& sidebar, const History& history, const Box& view, double time_s);

/// The whole picture of one moment on a vector page, in points.
void draw_page(cairo_t* cr, const Stage& stage, const Palette& palette, double time_s);

/// The flat colours of a stage's pictures as 0xRRGGBB, most important first: where a picture has
/// few colours, keep these.
std::vector<std::uint32_t> flat_colors(const Stage& stage, const Palette& palette);

/// The stage of an experiment in a format, its labels measured in the typeface they will be drawn
/// in.
///
/// jobs  threads that lay it out; it does not depend on their number
StagePtr make_stage(ExperimentPtr experiment, const Format& format, int jobs = 1);

} // namespace thalweg
