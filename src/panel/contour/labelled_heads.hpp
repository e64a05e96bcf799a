#pragma once

#include "panel/contour/head_labels.hpp"

#include <vector>

namespace thalweg::panel {

/// The heads of some runs with their labels, wherever in the picture they are.
class LabelledHeads {
public:
    /// scale  of heads, as of a map
    LabelledHeads(const Context& context, const std::vector<std::size_t>& runs, double scale,
        const Setting& setting);

    /// Lays the labels out over a whole film; without this there are none.
    ///
    /// ground  all but its sizes and heads, which follow from the runs
    void lay_out(LabelGround ground, const HeadFilm& film, const Setting& setting);

    /// heads   where they are at the moment
    /// hidden  0 to 1, of each: how far it is behind something, so that it is an outline and its
    ///         label fainter; none are where this is empty
    void draw(canvas::Canvas& canvas, const experiment::Moment& moment,
        const std::vector<Head>& heads, const std::vector<double>& hidden = {}) const;
    /// What labels depend on beside view and steps.
    void add_key(const experiment::Moment& moment, std::vector<double>& key) const;
    /// Where labels are at a time: one spot for each run; empty where there are none.
    std::vector<LabelSpot> labels_at(double time_s) const { return tracks_.at(time_s); }

private:
    double badge_opacity(const experiment::Moment& moment, std::size_t index) const;

    Context context_;
    std::vector<std::size_t> runs_;
    HeadsStyle style_;
    std::vector<HeadLabel> labels_{}; ///< in the order of the runs, or none
    LabelTracks tracks_{};
};

} // namespace thalweg::panel
