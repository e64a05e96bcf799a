#include "panel/contour/basins.hpp"

#include <array>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr int kShades = 128; // between the quickest and the slowest runs

/// Hues that readers with any kind of colour vision tell apart: blue and orange first, then others
/// that differ from their neighbours in lightness too.
struct Hue {
    double hue, chroma, lift;
};
constexpr std::array<Hue, basin::kMostSlots> kHues{{{252, 0.13, -0.035}, {60, 0.118, 0},
    {183, 0.11, 0.003}, {350, 0.115, -0.05}, {102, 0.10, 0.01}, {300, 0.13, -0.045},
    {138, 0.11, -0.03}, {28, 0.13, -0.04}, {260, 0.025, 0}}};

/// Every colour of a map, made once.
class Colors {
public:
    Colors(const basin::BasinScale& scale, const canvas::Palette& palette)
        : scale_(scale)
        , diverged_(to_hex(palette.diverged))
        , undefined_(to_hex(palette.undefined))
        , unsettled_(to_hex(palette.unsettled))
    {
        for (std::size_t slot = 0; slot < kHues.size(); ++slot)
            for (std::size_t shade = 0; shade < kShades; ++shade)
                shades_[slot][shade] = to_hex(basin_color(
                    palette, static_cast<int>(slot), static_cast<double>(shade) / (kShades - 1)));
    }

    std::uint32_t of(const basin::Fate& fate) const
    {
        if (fate.end == basin::Fate::kDiverged)
            return diverged_;
        if (fate.end == basin::Fate::kUndefined)
            return undefined_;
        const int slot = fate.settled() ? scale_.slots[static_cast<std::size_t>(fate.end)] : -1;
        if (slot < 0)
            return unsettled_;
        const double shade = std::round(scale_.share(fate.steps) * (kShades - 1));
        return shades_[static_cast<std::size_t>(slot) % kHues.size()]
                      [static_cast<std::size_t>(shade)];
    }

private:
    const basin::BasinScale& scale_;
    std::uint32_t diverged_, undefined_, unsettled_;
    std::array<std::array<std::uint32_t, kShades>, kHues.size()> shades_;
};

// So that a figure is composed in seconds: a run of momentum takes some five microseconds.
constexpr double kMostStarts = 1.25e6; // of a map
constexpr double kMostStartsInAll = 2.5e6; // of all maps of a panel

/// A start for each pixel at the closest view, fewer where those would be too many.
///
/// map_width  in layout units
/// most       starts
basin::StartGrid grid_of(
    const ContourLayer& layer, double map_width, const canvas::Format& format, double most)
{
    const double per_unit = map_width / layer.least_width * format.snap;
    const double width = layer.box.width() * per_unit, height = layer.box.height() * per_unit;
    const double thinned = std::min(1.0, std::sqrt(most / (width * height)));
    const auto whole = [](double v) { return std::max(1, static_cast<int>(std::round(v))); };
    return {.box = layer.box, .width = whole(thinned * width), .height = whole(thinned * height)};
}

} // namespace

Color basin_color(const canvas::Palette& palette, int slot, double share)
{
    const Hue& hue = kHues[static_cast<std::size_t>(slot) % kHues.size()];
    const double lightness = std::lerp(palette.quick, palette.slow, share) + hue.lift;
    const double vivid = std::lerp(palette.quick_chroma, palette.slow_chroma, share);
    return to_color({lightness, vivid * hue.chroma, hue.hue});
}

Pixels basin_picture(
    const basin::BasinMap& map, const basin::BasinScale& scale, const canvas::Palette& palette)
{
    const Colors colors(scale, palette);
    Pixels picture(map.grid.width, map.grid.height);
    for (int row = 0; row < map.grid.height; ++row)
        for (int column = 0; column < map.grid.width; ++column)
            picture.row(row)[static_cast<std::size_t>(column)] = colors.of(map.at(column, row));
    return picture;
}

BasinGround::BasinGround(const experiment::Experiment& experiment, std::size_t run,
    const ContourPyramid& pyramid, const Box& map, const canvas::Format& format, int jobs)
    : guide_(&experiment.basins_of(run))
{
    const experiment::ExperimentPlan& plan = experiment.plan;
    const basin::Descent descent{*plan.surface, plan.runs[run].optimizer, plan.options};
    const double layers = static_cast<double>(pyramid.layers().size());
    const double most = std::min(kMostStarts, kMostStartsInAll / layers);
    for (const ContourLayer& layer : pyramid.layers())
        maps_.push_back(basin::make_basins(
            descent, guide_->ends, grid_of(layer, map.width(), format, most), jobs));
}

void BasinGround::draw(canvas::Canvas& canvas, const Projection& project, std::size_t layer) const
{
    if (!canvas.shows_grounds())
        return;
    const basin::BasinMap& map = maps_[layer];
    const Vec2 low = project({map.grid.box.x.lo, map.grid.box.y.lo});
    const Vec2 high = project({map.grid.box.x.hi, map.grid.box.y.hi});
    canvas.image(
        basin_picture(map, guide_->scale, canvas.palette()), {{low.x, high.x}, {high.y, low.y}});
}

} // namespace thalweg::panel
