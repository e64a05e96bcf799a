#pragma once

#include "draw/canvas.hpp"
#include "draw/theme.hpp"
#include "stage/stage.hpp"

namespace thalweg {

/// The fading trail of a run behind its head: from transparent at its oldest end to opaque at the
/// head, its colour along the theme's ramp, without darker spots where its segments meet or cross.
///
/// view  of the map
/// step  of the head
void draw_trail(Canvas& canvas, const Stage& stage, const Palette& palette, const Box& view,
    std::size_t run, double step);

} // namespace thalweg
