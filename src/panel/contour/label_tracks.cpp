#include "panel/contour/label_tracks.hpp"

#include "panel/contour/label_motion.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kFade_s = 0.1; ///< for a label to vanish, and again to come back
constexpr double kFastHead = 25; ///< units a sample, at 60 samples a second
constexpr double kRush_s
    = 0.25; ///< before and after: a head that is fast most of this time has no label

constexpr double kPlaces = 32; ///< of a label in a unit, and steps of its opacity

using Samples = std::vector<std::vector<LabelSpot>>;

/// Lowers a label's opacity around a sample at which it must not be seen; steeply there, so that it
/// is soon read again.
void hide(Samples& samples, std::size_t run, std::size_t at, int reach)
{
    const auto last = static_cast<std::ptrdiff_t>(samples.size()) - 1;
    const auto middle = static_cast<std::ptrdiff_t>(at);
    for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, middle - reach);
         i <= std::min(last, middle + reach); ++i) {
        LabelSpot& spot = samples[static_cast<std::size_t>(i)][run];
        spot.opacity
            = std::min(spot.opacity, std::sqrt(std::abs(static_cast<double>(i - middle)) / reach));
    }
}

/// How fast a head is around each sample: 0 calm, 1 too fast for a label that is to be read.
std::vector<double> rush(const HeadFilm& film, std::size_t run)
{
    const double fast = kFastHead * 60 / film.per_second;
    std::vector<double> is_fast{0};
    for (std::size_t i = 1; i < film.samples.size(); ++i)
        is_fast.push_back(
            distance(film.samples[i - 1][run].at, film.samples[i][run].at) > fast ? 1 : 0);
    const int reach = static_cast<int>(kRush_s * film.per_second);
    const int last = static_cast<int>(is_fast.size()) - 1;
    std::vector<double> result;
    for (int i = 0; i <= last; ++i) {
        double sum = 0;
        for (int j = std::max(0, i - reach); j <= std::min(last, i + reach); ++j)
            sum += is_fast[static_cast<std::size_t>(j)];
        result.push_back(std::clamp(sum / (2 * reach + 1) / 0.3 - 1, 0.0, 1.0));
    }
    return result;
}

/// Finer differences cannot be seen; without them a label that comes to rest soon stands still.
LabelSpot rounded(const LabelSpot& spot)
{
    const auto round = [](double v) { return std::round(v * kPlaces) / kPlaces; };
    const Vec2 shift{round(spot.box.x.lo) - spot.box.x.lo, round(spot.box.y.lo) - spot.box.y.lo};
    return {{{spot.box.x.lo + shift.x, spot.box.x.hi + shift.x},
                {spot.box.y.lo + shift.y, spot.box.y.hi + shift.y}},
        round(spot.opacity), spot.marked};
}

} // namespace

LabelTracks::LabelTracks(const LabelGround& ground, const HeadFilm& film)
    : per_second_(film.per_second)
{
    double area = 0;
    for (const LabelSize& size : ground.sizes)
        area += size.width * size.height;
    if (film.runs() == 0 || film.runs() > kMostRuns
        || area > kMostOfMap * ground.map.width() * ground.map.height())
        return;
    const auto moving = move_labels(ground, film);
    for (const auto& labels : moving) {
        samples_.emplace_back();
        for (const MovingLabel& label : labels)
            samples_.back().push_back({.box = label.box, .marked = label.marked});
    }
    const int reach = std::max(1, static_cast<int>(std::lround(kFade_s * film.per_second)));
    for (std::size_t run = 0; run < film.runs(); ++run) {
        const std::vector<double> too_fast = rush(film, run);
        for (std::size_t i = 0; i < moving.size(); ++i) {
            samples_[i][run].opacity = std::min(samples_[i][run].opacity, 1 - too_fast[i]);
            if (!moving[i][run].is_shown)
                hide(samples_, run, i, reach);
            if (moving[i][run].jumps) { // frames between two samples show a place between them
                hide(samples_, run, i, reach);
                hide(samples_, run, i - 1, reach);
            }
        }
    }
}

std::vector<LabelSpot> LabelTracks::at(double time_s) const
{
    if (samples_.empty())
        return {};
    const double position
        = std::clamp(time_s * per_second_, 0.0, static_cast<double>(samples_.size()) - 1);
    const auto before = static_cast<std::size_t>(position);
    const std::size_t after = std::min(before + 1, samples_.size() - 1);
    const double share = position - std::floor(position);
    std::vector<LabelSpot> spots = samples_[before];
    for (std::size_t i = 0; i < spots.size() && share > 1e-9; ++i) {
        const Box &from = spots[i].box, &to = samples_[after][i].box;
        const auto between = [share](Range a, Range b) {
            return Range{std::lerp(a.lo, b.lo, share), std::lerp(a.hi, b.hi, share)};
        };
        spots[i].box = {between(from.x, to.x), between(from.y, to.y)};
        spots[i].opacity = std::lerp(spots[i].opacity, samples_[after][i].opacity, share);
        spots[i].marked = std::lerp(spots[i].marked, samples_[after][i].marked, share);
    }
    for (LabelSpot& spot : spots)
        spot = rounded(spot);
    return spots;
}

} // namespace thalweg::panel
