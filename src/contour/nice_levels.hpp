#pragma once

#include <vector>

namespace thalweg::contour {

/// All multiples of `step` strictly between two numbers, each the double nearest to its decimal
/// form where the step is 1, 2 or 5 times a power of ten.
std::vector<double> multiples_between(double low, double high, double step);

/// The steps of 1, 2 or 5 times a power of ten, as multiples strictly between two numbers, whose
/// number is nearest to `count`.
///
/// low, high  finite, low < high
std::vector<double> nice_linear_levels(double low, double high, int count);

/// Powers 10^(k/n) from `low` to `high`, with the whole n for which their number is nearest to
/// `count`; every n-th power of ten where there are more decades than that.
///
/// low, high  0 < low < high, finite
std::vector<double> nice_log_levels(double low, double high, int count);

/// `count` levels from one to the other, both of them to the digit, at equal distances.
std::vector<double> spaced_levels(int count, double from, double to);

/// The same at equal ratios.
///
/// from, to  > 0
std::vector<double> log_spaced_levels(int count, double from, double to);

/// How rising levels follow each other, found from their values alone.
struct LevelPattern {
    enum class Kind { linear, logarithmic, irregular };
    Kind kind = Kind::irregular;
    double step = 1; ///< linear: from level to level; logarithmic: of the logarithm to base 10
    int index_period = 4; ///< every so many levels one is an index level: see `is_index`
    bool is_anchored = false; ///< all are whole numbers of steps from 0, or from 1
};
LevelPattern pattern_of(const std::vector<double>& rising);

/// Is level number `i` one that maps draw stronger? These are about every fourth: decades of
/// logarithmic levels, round multiples of linear ones.
bool is_index(const LevelPattern& pattern, const std::vector<double>& rising, std::size_t i);

/// The same for a level that continues an anchored pattern, or one of its own.
bool is_index(const LevelPattern& pattern, double level);

} // namespace thalweg::contour
