#pragma once

#include "panel/contour/action.hpp"
#include "panel/contour/labelled_heads.hpp"
#include "panel/contour/occupancy.hpp"

#include <functional>
#include <vector>

namespace thalweg::panel {

/// The heads of a map's runs with their labels, laid out over the whole film.
class MapHeads {
public:
    /// What else moves with heads covers at a moment.
    using Others = std::function<std::vector<Box>(const experiment::Moment&)>;

    /// paths   where the runs' paths are: labels rather stand elsewhere, under a still camera
    /// others  where labels rather do not stand, either
    MapHeads(const ActionSetup& setup, const Occupancy& paths, const Others& others);

    void draw(canvas::Canvas& canvas, const experiment::Moment& moment) const;
    /// What it depends on beside view and steps.
    void add_key(const experiment::Moment& moment, std::vector<double>& key) const
    {
        drawing_.add_key(moment, key);
    }
    /// What heads and labels cover at a moment.
    std::vector<Box> covered_at(const experiment::Moment& moment) const;
    /// Marks where heads and labels will ever be.
    void occupy(Occupancy& occupancy) const;

private:
    std::vector<Head> at(const experiment::Moment& moment) const;

    Context context_;
    std::vector<std::size_t> runs_;
    std::shared_ptr<const Camera> camera_;
    Box map_, outer_;
    std::vector<Box> covered_; ///< by insets: heads there are pointed at
    double scale_;
    LabelledHeads drawing_;
};

} // namespace thalweg::panel
