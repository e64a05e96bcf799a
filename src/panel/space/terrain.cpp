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
    find_tops();
}

void Terrain::find_tops()
{
    for (std::size_t k = 0; k < kBlocks.size(); ++k) {
        const int side = kBlocks[k], blocks = cells_ / side;
        for (int j = 0; j < blocks; ++j)
            for (int i = 0; i < blocks; ++i) {
                float top = -std::numeric_limits<float>::infinity();
                for (int row = j * side; row <= (j + 1) * side; ++row)
                    for (int column = i * side; column <= (i + 1) * side; ++column)
                        if (at(column, row).is_shown())
                            top = std::max(top, at(column, row).z);
                tops_[k].push_back(top);
            }
    }
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

GroundSlopes Terrain::slopes(int column, int row) const
{
    const auto between = [&](int columns, int rows, double side) {
        const auto neighbour = [&](int way) {
            const int i = std::clamp(column + way * columns, 0, cells_),
                      j = std::clamp(row + way * rows, 0, cells_);
            return at(i, j).is_shown() ? std::pair{i, j} : std::pair{column, row};
        };
        const auto before = neighbour(-1), after = neighbour(1);
        const int apart = after.first - before.first + after.second - before.second;
        const float scale = static_cast<float>(cells_) / static_cast<float>(side)
            / static_cast<float>(std::max(1, apart));
        const GroundPoint &a = at(before.first, before.second), &b = at(after.first, after.second);
        return std::pair{scale * (b.z - a.z), scale * (b.level - a.level)};
    };
    const auto [z_dx, level_dx] = between(1, 0, box_.width());
    const auto [z_dy, level_dy] = between(0, 1, box_.depth());
    return {z_dx, z_dy, level_dx, level_dy};
}

GroundSlopes Terrain::slopes_near(Vec2 p) const
{
    const Box& domain = box_.domain();
    const auto nearest = [&](double share) {
        return std::clamp(static_cast<int>(std::lround(share * cells_)), 0, cells_);
    };
    return slopes(nearest((p.x - domain.x.lo) / domain.width()),
        nearest((p.y - domain.y.lo) / domain.height()));
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

/// A line of sight over the grid, sampled one cell apart along its faster side.
struct Terrain::Sight {
    double column, row, z; ///< its start; place and height in cells and in units of space
    double columns, rows, rise; ///< a sample
    double count; ///< of samples that may be below ground
    double per_column, per_row; ///< samples a cell

    double column_at(double k) const { return column + k * columns; }
    double row_at(double k) const { return row + k * rows; }
    double z_at(double k) const { return z + k * rise; }
};

Terrain::Sight Terrain::sight(Vec3 point, const SpaceView& view) const
{
    const Vec3 way = view.way_to_viewer(point);
    const double across = cells_ / box_.width(), along = cells_ / box_.depth();
    const double fastest = std::max(std::abs(way.x) * across, std::abs(way.y) * along);
    const double top = (0.5 + HeightScale::kBeyond) * SpaceBox::kHeight;
    const double most = way.z > 0 ? (top - point.z) / way.z : 4.0;
    const double step = std::min(1 / std::max(fastest, 1e-9), most + 1e-9);
    const double columns = step * way.x * across, rows = step * way.y * along;
    return {.column = (point.x + 0.5 * box_.width()) * across,
        .row = (point.y + 0.5 * box_.depth()) * along,
        .z = point.z + kClear,
        .columns = columns,
        .rows = rows,
        .rise = step * way.z,
        .count = most / step,
        .per_column = 1 / std::max(std::abs(columns), 1e-12),
        .per_row = 1 / std::max(std::abs(rows), 1e-12)};
}

/// How many samples from one on are certainly above the ground, because they are above the highest
/// ground of a block around it.
double Terrain::samples_above(const Sight& sight, double k) const
{
    const double column = sight.column_at(k), row = sight.row_at(k), z = sight.z_at(k);
    for (std::size_t block = 0; block < kBlocks.size(); ++block) {
        const int side = kBlocks[block], blocks = cells_ / side;
        const int i = std::min(static_cast<int>(column) / side, blocks - 1),
                  j = std::min(static_cast<int>(row) / side, blocks - 1);
        const auto top
            = static_cast<double>(tops_[block][static_cast<std::size_t>(j * blocks + i)]);
        const auto left = [&](double at, int index, double per_sample, double samples_per_cell) {
            const double cells = per_sample > 0 ? (index + 1) * side - at : at - index * side;
            return std::max(0.0, cells * samples_per_cell);
        };
        const double inside = std::floor(std::min(left(column, i, sight.columns, sight.per_column),
                                  left(row, j, sight.rows, sight.per_row)))
            + 1;
        if (z + std::min(0.0, inside * sight.rise) >= top)
            return inside;
    }
    return 0;
}

bool Terrain::is_seen(Vec3 point, const SpaceView& view) const
{
    const Sight line = sight(point, view);
    for (double k = 0.25; k <= line.count;) {
        const double column = line.column_at(k), row = line.row_at(k);
        if (column < 0 || row < 0 || column > cells_ || row > cells_)
            return true;
        if (const double above = samples_above(line, k); above > 0) {
            k += above;
            continue;
        }
        if (line.z_at(k) < height_at(column, row))
            return false;
        k += 1;
    }
    return true;
}

double level_spacing(const GroundSlopes& slopes, const SpaceView& view, Vec3 place)
{
    constexpr double kWidest = 1e4;
    const Vec2 across = view.moved(place, {1, 0, slopes.z_dx}),
               along = view.moved(place, {0, 1, slopes.z_dy});
    const double area = across.x * along.y - across.y * along.x;
    const Vec2 rise{along.y * slopes.level_dx - across.y * slopes.level_dy,
        across.x * slopes.level_dy - along.x * slopes.level_dx};
    return std::min(kWidest, std::abs(area) / std::max(norm(rise), 1e-12));
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
