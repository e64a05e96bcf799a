#pragma once

#include "panel/contour/labelled_heads.hpp"
#include "panel/space/space_paths.hpp"

namespace thalweg::panel {

/// The heads of the runs with their labels, laid out over the whole film. Behind a hill, a head is
/// an outline and its label fainter.
class SpaceHeads {
public:
    /// room   where labels may stand
    /// taken  by texts and marks that stand still
    SpaceHeads(const SpaceSetup& setup, const Box& room, std::vector<Box> taken);

    void draw(canvas::Canvas& canvas, const experiment::Moment& moment) const;
    /// What it depends on beside view and steps.
    void add_key(const experiment::Moment& moment, std::vector<double>& key) const;
    /// Where labels are at a time.
    std::vector<Box> label_boxes(double time_s) const;

private:
    HeadFilm film(const Box& room);
    std::vector<Box> marks(const SpaceSetup& setup, const SpaceView& view) const;
    std::vector<Head> heads(const experiment::Moment& moment, const Box& room) const;
    /// How far each run's head is out of sight, 0 to 1; it changes smoothly.
    std::vector<double> hidden(double time_s) const;

    Context context_;
    std::vector<std::size_t> runs_;
    std::shared_ptr<const Terrain> terrain_;
    std::shared_ptr<const SpaceCamera> camera_;
    Box room_;
    double scale_;
    LabelledHeads drawing_;
    double per_second_ = 60;
    std::vector<std::vector<double>> hidden_{}; ///< by sample of the film, then run
};

/// A point of the plane in the picture: on the ground, or at the border in its direction.
Head on_terrain(const Terrain& terrain, const SpaceView& view, Vec2 point);

} // namespace thalweg::panel
