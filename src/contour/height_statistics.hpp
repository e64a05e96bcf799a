#pragma once

#include "surface/surface.hpp"

namespace thalweg::contour {

/// The heights of a surface over a domain, as a grid of samples sees them. Values that are not
/// finite are left out.
class HeightStatistics {
public:
    HeightStatistics(const surface::Surface& f, const Box& domain);

    bool is_flat() const { return !(lowest_ < highest_); }
    /// The lowest known value: of all samples, and of the known minima in the domain.
    double lowest() const { return lowest_; }
    double highest() const { return highest_; }
    /// From the lowest to the highest value; beside poles, where these say nothing about most of
    /// the ground, the heights of all but the lowest and the highest twentieth of the area.
    Range extent() const;
    /// The height below which this share (0 to 1) of the domain's area lies.
    double quantile(double share) const;
    /// Is a basin's floor inside the domain, not only a slope that leaves through the domain's
    /// edge?
    bool has_floor_inside() const { return has_floor_inside_; }

private:
    std::vector<double> sorted_;
    double lowest_ = 0, highest_ = 0;
    bool has_floor_inside_ = false, may_have_poles_ = false;
};

} // namespace thalweg::contour
