#pragma once

#include "draw/text.hpp"
#include "draw/theme.hpp"
#include "stage/stage.hpp"

namespace thalweg {

/// How labels beside heads are set; layout measures them in the same style.
TextStyle head_label_style(const Format& format, const Color& color);

/// The head of every run with its marker, and its label on a translucent plate; an arrow at the
/// map's edge for a head that is outside the view, and a badge on the label once the run has
/// diverged.
void draw_heads(
    Canvas& canvas, Typesetter& type, const Stage& stage, const Palette& palette, double time_s);

} // namespace thalweg
