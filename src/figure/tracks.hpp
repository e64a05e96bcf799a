#pragma once

#include "core/box.hpp"

#include <span>
#include <vector>

namespace thalweg::figure {

/// Neighbouring tracks: the first, and how many.
struct Span {
    std::size_t first = 0, count = 1;
};

/// The columns or the rows of a grid along one axis: their inner sizes, the insets between them,
/// and the margins around them, in layout units.
class Tracks {
public:
    /// ratios  of the sizes, one for each track
    explicit Tracks(std::span<const double> ratios);

    void clear_insets();
    /// Room that an item needs before its first track and after its last.
    void add_insets(Span span, double before, double after);
    /// size    of the picture along this axis; 0: as much as is needed
    /// margin  outside of the first and the last track, insets counted; `edge` outside of insets
    void set_room(double size, double margin, double edge, double gap);

    /// Forgets sizes and marks.
    void reset();
    /// What is left over goes to tracks that are not fixed, if there are any.
    void mark_fixed(std::size_t track);
    /// Makes a span at least as long; what is missing goes to its tracks that are not fixed, or to
    /// the one before its last.
    void need(Span span, double length);

    /// What the sizes leave of the room; negative where they do not fit.
    double left_over() const;
    /// Hands out what is left over, by ratios, no track getting longer than its `most`.
    void spread(std::span<const double> most = {});

    /// Widens the gaps, and then centres all tracks, where something is left over still.
    void relax();

    double total() const; ///< of the picture along this axis
    double end() const; ///< of the last track
    double before(std::size_t track) const { return before_[track]; }
    Range extent(Span span) const;

private:
    double start(std::size_t track) const;
    double around() const; ///< all that is no track
    bool is_free(std::size_t track) const;

    void share_out(double room, std::vector<std::size_t> takers, std::span<const double> most);

    std::vector<double> ratios_, sizes_, before_, after_;
    std::vector<bool> fixed_;
    double size_ = 0, margin_ = 0, edge_ = 0, gap_ = 0;
    double offset_ = 0; ///< of the first track beyond its margin
};

} // namespace thalweg::figure
