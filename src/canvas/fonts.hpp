#pragma once

#include <memory>

#include <pango/pangocairo.h>

namespace thalweg::canvas {

struct GUnref {
    void operator()(void* p) const noexcept { g_object_unref(p); }
};
/// Frees any GObject this program owns.
template <class T>
using GPtr = std::unique_ptr<T, GUnref>;

/// The project's own typefaces, Noto Sans and Noto Sans Math, and nothing else; the system's fonts
/// where they are not at one of the usual places.
///
/// Reading the description of every font of a system takes longer than drawing a figure.
GPtr<PangoFontMap> project_fonts();

/// All fonts of the system, for scripts that the project's own have no letters for.
GPtr<PangoFontMap> system_fonts();

} // namespace thalweg::canvas
