#include "contour/turn.hpp"

#include <algorithm>

namespace thalweg::contour {

namespace {

constexpr int kHalvings = 50;
// In so many parts of a way f may turn.
constexpr int kParts = 16;

struct End {
    double share = 0, value = 0, slope = 0;
};

/// Where the tangents of two ends meet: a dip that is bent one way does not reach below it.
double value_of_tangents(const End& a, const End& b)
{
    const double width = b.share - a.share;
    const double step = (b.value - a.value - b.slope * width) / (a.slope - b.slope);
    return a.value + a.slope * std::clamp(step, 0.0, width);
}

} // namespace

std::optional<Turn> find_turn(
    const surface::Surface& f, Vec2 from, Vec2 to, double lowest, double highest)
{
    const auto end_at = [&](double share) {
        const surface::Slope s = f.slope(from + share * (to - from));
        return End{share, s.value, dot(s.gradient, to - from)};
    };
    End a = end_at(0), b = end_at(1);
    if (!(a.slope * b.slope < 0))
        return std::nullopt;
    const bool is_dip = a.slope < 0;
    const double extreme = value_of_tangents(a, b);
    if (is_dip ? extreme > highest || std::max(a.value, b.value) < lowest
               : extreme < lowest || std::min(a.value, b.value) > highest)
        return std::nullopt;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = 0.5 * (a.share + b.share);
        if (!(a.share < middle && middle < b.share))
            break;
        const End m = end_at(middle);
        (m.slope == 0 || (m.slope < 0) == is_dip ? a : b) = m;
    }
    const End& lower = a.value < b.value ? a : b;
    const End& higher = a.value < b.value ? b : a;
    const End& turn = is_dip ? lower : higher;
    return Turn{turn.share, turn.value};
}

bool meets(const surface::Surface& f, Vec2 from, Vec2 to, double level, bool above)
{
    for (int i = 0; i < kParts; ++i) {
        const Vec2 a = from + (double(i) / kParts) * (to - from),
                   b = from + (double(i + 1) / kParts) * (to - from);
        const auto turn = find_turn(f, a, b, level, level);
        if ((f.value(b) >= level) == above || (turn && (turn->value >= level) == above))
            return true;
    }
    return false;
}

} // namespace thalweg::contour
