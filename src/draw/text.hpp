#pragma once

#include "draw/canvas.hpp"

#include <map>
#include <memory>
#include <string>
#include <tuple>

namespace thalweg {

enum class Weight { regular, bold };

struct TextStyle {
    double size = 13; ///< in layout units
    Color color;
    Weight weight = Weight::regular;
    double wrap = 0; ///< the width at which lines break, in layout units; 0: never
    double fit = 0; ///< the width beyond which a line is cut short with "…"; 0: never
};

/// Which point of the text stands at the given place.
enum class AlignX { left, center, right };
enum class AlignY { top, middle, baseline, bottom };

/// Sets text in the project's typeface, for one thread.
///
/// Outlines are not hinted and stand at sub-pixel positions, so that text neither jitters in a film
/// nor changes its width between formats. `$...$` is set as a formula (draw/math_text.hpp).
class Typesetter {
public:
    Typesetter();
    ~Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    /// Width and height in layout units.
    Vec2 measure(const std::string& text, const TextStyle& style);
    void draw(Canvas& canvas, const std::string& text, const TextStyle& style, Vec2 at,
        AlignX align_x = AlignX::left, AlignY align_y = AlignY::baseline);

private:
    struct Pango;
    std::unique_ptr<Pango> pango_;
};

} // namespace thalweg
