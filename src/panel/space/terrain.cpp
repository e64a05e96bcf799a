#include "panel/space/terrain.hpp"

#include "core/parallel.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr int kRowsAPart = 16;
constexpr double kClear = 2e-3; // what a point stands above the ground for the sake of rounding

} // namespace

Terrain::Terrain(const TerrainSetup& setup)
    : box_(setup.experiment.plan.domain)
    , surface_(setup.experiment.plan.surface)
    , heights_(setup.heights)
    , levels_(setup.experiment.levels)
    , light_(setup.light)
    , cells_(setup.cells)
{
    const auto side = static_cast<std::size_t>(cells_) + 1;
    points_.resize(side * side);
    std::vector<double> xs(side);
    for (int i = 0; i <= cells_; ++i)
        xs[static_cast<std::size_t>(i)] = grid_place(i, 0).x;
    const auto work = [&](int part) {
        std::vector<double> ys(side), value(side), dx(side), dy(side);
        for (int row = part * kRowsAPart; row <= std::min(cells_, (part + 1) * kRowsAPart - 1);
             ++row) {
            std::ranges::fill(ys, grid_place(0, row).y);
            surface_->slopes({xs, ys, value, dx, dy});
            GroundPoint* to = points_.data() + static_cast<std::size_t>(row) * side;
            for (std::size_t i = 0; i < side; ++i)
                to[i] = ground(value[i], {dx[i], dy[i]});
        }
    };
    for_each_part(cells_ / kRowsAPart + 1, setup.jobs, work);
}

GroundPoint Terrain::ground(double value, Vec2 gradient) const
{
    const double height = heights_(value);
    if (!HeightScale::shows(height))
        return {};
    // The slope of space: by the sides of the box, not by those of the domain.
    const double per_value = heights_.slope(value) * SpaceBox::kHeight;
    const double dx = gradient.x * per_value * box_.domain().width() / box_.width(),
                 dy = gradient.y * per_value * box_.domain().height() / box_.depth();
    double facing = light_.z;
    if (std::isfinite(dx) && std::isfinite(dy))
        facing = (light_.z - light_.x * dx - light_.y * dy) / std::sqrt(1 + dx * dx + dy * dy);
    return {static_cast<float>((height - 0.5) * SpaceBox::kHeight),
        static_cast<float>(levels_.position(value)), static_cast<float>(0.5 + 0.5 * facing)};
}

GroundPoint Terrain::exact(Vec2 p) const
{
    const surface::Slope slope = surface_->slope(p);
    return ground(slope.value, slope.gradient);
}

double Terrain::height_at(double column, double row) const
{
    const int i = std::clamp(static_cast<int>(column), 0, cells_ - 1),
              j = std::clamp(static_cast<int>(row), 0, cells_ - 1);
    const double s = std::clamp(column - i, 0.0, 1.0), t = std::clamp(row - j, 0.0, 1.0);
    const GroundPoint *below = &at(i, j), *above = &at(i, j + 1);
    const double low = below[0].z + s * (double(below[1].z) - below[0].z),
                 high = above[0].z + s * (double(above[1].z) - above[0].z);
    return low + t * (high - low);
}

double Terrain::height(Vec2 p) const
{
    const Box& domain = box_.domain();
    if (!domain.contains(p))
        return std::numeric_limits<double>::quiet_NaN();
    return height_at((p.x - domain.x.lo) / domain.width() * cells_,
        (p.y - domain.y.lo) / domain.height() * cells_);
}

Vec3 Terrain::place(Vec2 p) const
{
    Vec3 point = box_.place(p, 0);
    point.z = height(p);
    return point;
}

bool Terrain::is_seen(Vec3 point, const SpaceView& view) const
{
    const Vec3 way = view.way_to_viewer(point);
    // In cells of the grid, one cell a step along the faster side.
    const double across = cells_ / box_.width(), along = cells_ / box_.depth();
    const double column = (point.x + 0.5 * box_.width()) * across,
                 row = (point.y + 0.5 * box_.depth()) * along;
    const double fastest = std::max(std::abs(way.x) * across, std::abs(way.y) * along);
    const double top = (0.5 + HeightScale::kBeyond) * SpaceBox::kHeight;
    const double most = way.z > 0 ? (top - point.z) / way.z : 4.0;
    const double step = std::min(1 / std::max(fastest, 1e-9), most + 1e-9);
    for (double t = 0.25 * step; t <= most; t += step) {
        const double i = column + t * way.x * across, j = row + t * way.y * along;
        if (i < 0 || j < 0 || i > cells_ || j > cells_)
            return true;
        if (point.z + kClear + t * way.z < height_at(i, j))
            return false;
    }
    return true;
}

Vec3 light_beside(const SpaceView& view)
{
    constexpr double kLeft = 0.55, kBack = 0.15, kAbove = 0.82;
    const Vec3 away{-view.towards.x, -view.towards.y, 0};
    const double level = norm(away);
    const Vec3 back = level > 1e-6 ? 1 / level * away : Vec3{-view.right.y, view.right.x, 0};
    const Vec3 light = Vec3{0, 0, kAbove} - kLeft * view.right + kBack * back;
    return 1 / norm(light) * light;
}

} // namespace thalweg::panel
