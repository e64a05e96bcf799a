#pragma once

#include "contour/crossings.hpp"

namespace thalweg::contour {

/// A crossing as one of its two leaves sees it.
struct Incidence {
    int cell = 0, level = 0;
    double key = 0; ///< where along the leaf's graph, or around a stuck leaf
    int crossing = 0;
    bool leaving = false; ///< does the curve, higher ground on its left, leave the leaf here?
};

/// The arcs: for each crossing the one that follows it, and the leaf between.
struct Links {
    static constexpr int kNone = -1;
    struct Link {
        int next = kNone, cell = kNone;
        bool is_reached = false;
    };
    std::vector<Link> of;

    Link& at(int i) { return of[static_cast<std::size_t>(i)]; }

    /// False where the two do not fit: a sign lost in rounding.
    bool join(const Incidence& a, const Incidence& b);
};

/// Pairs the crossings of one level in one leaf. Along a graph they pair up consecutively. Around a
/// stuck leaf they alternate, and either of two ways to pair them is drawn without crossings:
/// higher ground is joined, unless a trench parts it.
///
/// group    sorted by their keys
/// Returns  false where they do not fit together
bool pair_up(const surface::Surface& f, const Cell& cell, double level,
    std::span<const Incidence> group, Links& links);

} // namespace thalweg::contour
