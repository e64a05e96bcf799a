#pragma once

#include "canvas/path.hpp"
#include "core/box.hpp"
#include "panel/space/facets.hpp"

namespace thalweg::panel {

/// Facets that are painted one after another, as few paths: facets of one shade are one path where
/// that hides nothing.
class ShadedParts {
public:
    /// Instead of a shade: of outlines; less k is that of the lines of level k.
    static constexpr int kOutline = -1;
    struct Part {
        int shade; ///< of facets: a place in SpaceColors::shades
        std::vector<Facet> facets{};
        Box box{}; ///< of them
        canvas::Path path{};
    };

    /// Adds a facet on top of those before it.
    void add(const Facet& facet, int shade);
    /// Adds a piece of a line on top.
    ///
    /// kind  instead of a shade
    void add_line(int kind, Vec2 from, Vec2 to);

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
