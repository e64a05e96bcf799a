#pragma once

#include "canvas/path.hpp"
#include "core/box.hpp"
#include "panel/space/facets.hpp"

namespace thalweg::panel {

/// Facets that are painted one after another, as few paths: facets of one shade are one path where
/// that hides nothing.
class ShadedParts {
public:
    struct Part {
        int shade; ///< of facets: a place in SpaceColors::shades; of lines of level k: -k
        double strength = 1; ///< of lines
        std::vector<Facet> facets{};
        Box box{}; ///< of them
        canvas::Path path{};
    };

    /// Adds a facet on top of those before it.
    void add(const Facet& facet, int shade);
    /// Adds a piece of the line of a level, 1 or above, on top.
    ///
    /// strength  0 to 1
    void add_line(int level, double strength, Vec2 from, Vec2 to);

    /// Makes the paths of all facets.
    ///
    /// bleed  how much they are widened, in layout units, so that no seam is seen below nearer ones
    void finish(double bleed);

    const std::vector<Part>& parts() const { return parts_; } ///< in the order of painting
    std::size_t size() const { return size_; } ///< facets and pieces of lines
    /// In a file of ours, about: of SVG, which takes more than PDF.
    std::size_t bytes() const;

private:
    Part& part_for(const Facet& facet, int shade);

    std::vector<Part> parts_;
    std::size_t size_ = 0;
};

constexpr std::size_t kBytesOfPath = 33, kBytesOfPoint = 10; ///< measured on our SVG files

} // namespace thalweg::panel
