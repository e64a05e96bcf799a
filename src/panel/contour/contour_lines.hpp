#pragma once

#include "canvas/canvas.hpp"
#include "panel/contour/contour_pyramid.hpp"
#include "panel/contour/projection.hpp"

namespace thalweg::panel {

/// How strong a line is where its neighbours are near: 0 at a spacing of one line unit, 1 from four
/// on, so that a narrow valley does not turn grey.
///
/// spacing  to the nearest line beside it, in line units (Format::line)
double crowding_factor(double spacing);

/// The contour lines of one layer, index lines stronger than the others. Immutable.
class ContourLines {
public:
    /// layer      must outlive this object
    /// map_width  in layout units
    /// line       width factor of the picture (Format::line)
    ContourLines(
        const surface::Surface& surface, const ContourLayer& layer, double map_width, double line);

    void draw(canvas::Canvas& canvas, const Projection& project) const;

private:
    /// A part of a curve along which the spacing changes little.
    struct Piece {
        contour::Bezier curve;
        double slope = 0; ///< of the ground: the greater one of its ends
        double length = 0; ///< between its ends, in domain units
        int halvings = 0; ///< from the contour's own curve to this one
        int place = 0; ///< among the 2^halvings parts of that curve
    };
    /// A curve with the slope of the ground at its ends.
    struct Stretch {
        contour::Bezier curve;
        double from, until;
        int halvings = 0, place = 0; ///< as of a Piece
    };
    struct Line {
        std::size_t level = 0;
        bool closed = false;
        std::vector<Piece> pieces{}; ///< end to end
    };
    /// From a level to the nearest one beside it, in heights: among all, and without new ones.
    struct Gap {
        double now, before;
    };
    /// Paths by kind of level and strength, each to be stroked at once.
    struct Strokes;

    void find_gaps();
    void add_line(const surface::Surface& surface, std::size_t level, const contour::Ring& ring);
    void add_pieces(const surface::Surface& surface, Line& to, const Stretch& stretch) const;
    /// Of each piece, in steps from 0 to Strokes::kStrengths.
    std::vector<std::size_t> strengths(const Line& line, double units, double fade) const;
    void gather(const Line& line, const Projection& project, double fade, Strokes& strokes) const;

    const ContourLayer* layer_;
    double line_;
    double crowded_; ///< distance of lines that may count as crowded, in domain units
    std::vector<Line> lines_;
    std::vector<Gap> gaps_; ///< of each level
};

} // namespace thalweg::panel
