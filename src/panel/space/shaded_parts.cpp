#include "panel/space/shaded_parts.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

constexpr std::size_t kPartsBack = 400; // in which a facet looks for its shade

Box box_of(const Facet& facet)
{
    const Vec2 first = facet.front().at;
    Box box{{first.x, first.x}, {first.y, first.y}};
    for (const FacetCorner& corner : facet)
        box = hull(box, {{corner.at.x, corner.at.x}, {corner.at.y, corner.at.y}});
    return box;
}

} // namespace

void ShadedParts::add(const Facet& facet, int shade)
{
    Part& part = part_for(facet, shade);
    part.box = part.facets.empty() ? box_of(facet) : hull(part.box, box_of(facet));
    part.facets.push_back(facet);
    ++size_;
}

void ShadedParts::add_line(int level, double strength, Vec2 from, Vec2 to)
{
    if (parts_.empty() || parts_.back().shade != -level || parts_.back().strength != strength)
        parts_.push_back({.shade = -level, .strength = strength});
    Part& part = parts_.back();
    const Box box = hull({{from.x, from.x}, {from.y, from.y}}, {{to.x, to.x}, {to.y, to.y}});
    part.box = part.path.empty() ? box : hull(part.box, box);
    part.path.add(canvas::Path::line(from, to));
    ++size_;
}

void ShadedParts::finish(double bleed)
{
    for (Part& part : parts_)
        for (const std::vector<Vec2>& outline : outlines_of(part.facets))
            if (const std::vector<Vec2> wide = widened(outline, bleed); !wide.empty())
                part.path.add(canvas::Path::polygon(wide));
    std::erase_if(parts_, [](const Part& part) { return part.path.empty(); });
}

std::size_t ShadedParts::bytes() const
{
    std::size_t sum = 0;
    for (const Part& part : parts_)
        sum += kBytesOfPath + kBytesOfPoint * part.path.points().size();
    return sum;
}

/// A part of the shade that the facet may be added to, since it overlaps nothing that came after
/// that part.
ShadedParts::Part& ShadedParts::part_for(const Facet& facet, int shade)
{
    const std::size_t oldest = parts_.size() - std::min(parts_.size(), kPartsBack);
    const Box box = box_of(facet);
    for (std::size_t i = parts_.size(); i-- > oldest;) {
        if (parts_[i].shade == shade)
            return parts_[i];
        if (thalweg::overlap(parts_[i].box, box)
            && (parts_[i].facets.empty() // lines
                || std::ranges::any_of(
                    parts_[i].facets, [&](const Facet& other) { return overlap(facet, other); })))
            break;
    }
    return parts_.emplace_back(Part{.shade = shade});
}

} // namespace thalweg::panel
