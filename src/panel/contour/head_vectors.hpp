#pragma once

#include "panel/contour/action.hpp"
#include "panel/contour/vector_arrows.hpp"

#include <array>

namespace thalweg::panel {

/// The name of an arrow.
struct VectorLabel {
    HeadVector kind = HeadVector::step;
    Box box{}; ///< in layout units
    double opacity = 1;
};

/// Arrows at the heads of a map's runs: where plain descent, the velocity, the rule's next step and
/// Newton's method lead.
///
/// At each moment, the arrows of a run have one scale. It goes by what moves the run, the longer
/// one of its step and its velocity: that arrow grows with a root of its length, so that small
/// steps are seen late in a run. No arrow exceeds the greatest length: those that would are
/// shortened so that their order stays, and all others are in proportion. The view does not matter.
/// Newton's fade where they lead far, and so pass places where the Hessian is singular unseen.
///
/// Names stand where heads, labels and other names leave room for them; with more than two runs
/// each name stands at the first run that has it.
class HeadVectors {
public:
    explicit HeadVectors(const ActionSetup& setup);

    bool empty() const { return runs_.empty(); }
    /// taken  by heads and their labels: no name stands there
    void draw(
        canvas::Canvas& canvas, const experiment::Moment& moment, std::span<const Box> taken) const;
    /// What they depend on beside view, steps and labels of heads.
    void add_key(const experiment::Moment& moment, std::vector<double>& key) const;
    /// What arrows and their names cover at a moment.
    std::vector<Box> boxes_at(const experiment::Moment& moment) const;

    /// index  of the run among the map's
    std::vector<HeadArrow> arrows_at(std::size_t index, const experiment::Moment& moment) const;
    /// heads  what they and their labels cover
    std::vector<VectorLabel> labels_at(
        const experiment::Moment& moment, std::span<const Box> heads) const;

private:
    Projection projection(double time_s) const { return {camera_->view(time_s), map_}; }
    bool is_labelled(std::size_t index, HeadVector kind) const;
    /// Layout units of an arrow for those of its vector on the map, up to `even` of them.
    struct Scale {
        double stretch, even;
    };
    Scale scale_at(std::size_t index, double step) const;
    Box label_box(const HeadArrow& arrow) const;

    Context context_;
    std::vector<std::size_t> runs_{}; ///< none where no vectors are to be shown
    std::vector<HeadVector> kinds_;
    std::shared_ptr<const Camera> camera_;
    Box map_;
    std::vector<Box> obstacles_; ///< no name stands there
    std::vector<Vec2> marked_; ///< nor at these
    double scale_;
    Projection home_; ///< of the whole domain
    std::vector<double> usual_{}; ///< length of each run's steps on the map of the whole domain
    double text_size_;
    std::array<Vec2, 4> sizes_{}; ///< of names, by kind
    bool has_labels_;
};

/// How far names of arrows can be from a head on a map of this width, in layout units.
Vec2 vectors_reach(std::span<const HeadVector> kinds, double map_width, const Setting& setting);

} // namespace thalweg::panel
