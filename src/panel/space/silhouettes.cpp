#include "panel/space/silhouettes.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

// Jumps of nearness that begin to count as an outline, and that do in full, in units of space.
constexpr float kJumpFrom = 0.012f, kJumpFull = 0.05f;
constexpr float kLeastJump = 0.004f; // less is rounding, or a crease
constexpr double kOutline_px = 1; // wide

Rgb to_rgb(std::uint32_t pixel)
{
    const auto part = [&](int shift) { return static_cast<float>(pixel >> shift & 255) / 255; };
    return Rgb{part(16), part(8), part(0), part(24)};
}

/// Draws silhouettes, each along the pixels' rows or columns that it crosses most of: the lanes.
class SilhouettePainter {
public:
    SilhouettePainter(const Pixels& picture, const DepthBuffer& depths, const SpaceColors& colors)
        : picture_(picture)
        , depths_(depths)
        , colors_(colors)
    {
    }

    void draw(const Silhouette& edge)
    {
        const Vec2 way = edge.to - edge.from;
        is_steep_ = std::abs(way.y) > std::abs(way.x);
        const auto along = [&](Vec2 p) { return is_steep_ ? p.y : p.x; };
        const auto across = [&](Vec2 p) { return is_steep_ ? p.x : p.y; };
        const double length = along(way);
        if (length == 0)
            return;
        inwards_ = (length > 0) != is_steep_ ? 1 : -1;
        straight_ = std::abs(length) / norm(way);
        const auto lane = [&](Vec2 p) { return static_cast<int>(std::ceil(along(p) - 0.5)); };
        const auto [first, end] = std::minmax({lane(edge.from), lane(edge.to)});
        const int lanes = is_steep_ ? picture_.height() : picture_.width();
        for (int i = std::max(first, 0); i < std::min(end, lanes); ++i) {
            const double t = (i + 0.5 - along(edge.from)) / length;
            draw_lane(i, across(edge.from) + t * across(way),
                static_cast<float>(std::lerp(edge.nearness_from, edge.nearness_to, t)));
        }
    }
    /// Changes are made at last: until then all mix the picture's own colours.
    void finish(Pixels& picture) const
    {
        for (const Change& change : changes_)
            picture.row(change.y)[static_cast<std::size_t>(change.x)] = change.pixel;
    }

private:
    struct Change {
        int x, y;
        std::uint32_t pixel;
    };
    int x_of(int lane, int place) const { return is_steep_ ? place : lane; }
    int y_of(int lane, int place) const { return is_steep_ ? lane : place; }
    float nearness(int lane, int place) const
    {
        return depths_.at(x_of(lane, place), y_of(lane, place));
    }
    bool is_in_picture(int place) const
    {
        return place >= 0 && place < (is_steep_ ? picture_.width() : picture_.height());
    }
    Rgb color(int lane, int place) const
    {
        if (!is_in_picture(place))
            return colors_.shades.back();
        return to_rgb(picture_.row(y_of(lane, place))[static_cast<std::size_t>(x_of(lane, place))]);
    }

    /// edge      where the silhouette crosses the middle of the lane
    /// nearness  there
    void draw_lane(int lane, double edge, float nearness_at_edge)
    {
        // The last pixel that is outside for certain.
        const int outer = static_cast<int>(inwards_ > 0 ? std::floor(edge - 1) : std::ceil(edge));
        const float beyond = nearness(lane, outer), jump = nearness_at_edge - beyond;
        if (jump < kLeastJump) // what is nearer hides it
            return;
        const float outline = outline_strength(jump) * colors_.edge_alpha;
        const auto inside_px
            = [&](int place) { return inwards_ * (place + 0.5 - edge) * straight_; };
        for (int place = outer; inside_px(place) < 0.5 + kOutline_px; place += inwards_) {
            const double inside = inside_px(place);
            const auto covered = static_cast<float>(std::clamp(0.5 + inside, 0.0, 1.0));
            if (covered == 0 || !is_in_picture(place))
                continue;
            const bool is_ground = nearness(lane, place) > beyond + 0.5f * jump;
            if (inside >= 0.5 && !is_ground)
                break; // narrower than the outline
            const int first_ground = is_ground ? place : place + inwards_;
            const Rgb ground = color(lane, first_ground),
                      outside = color(lane, first_ground - inwards_);
            Rgb mixed = outside + covered * (ground - outside);
            const double drawn = std::min(kOutline_px, inside + 0.5) - std::max(0.0, inside - 0.5);
            mixed += static_cast<float>(drawn) * outline * (colors_.edge - mixed);
            changes_.push_back({x_of(lane, place), y_of(lane, place), to_pixel(mixed)});
        }
    }

    const Pixels& picture_;
    const DepthBuffer& depths_;
    const SpaceColors& colors_;
    std::vector<Change> changes_;
    bool is_steep_ = false; ///< lanes are rows
    int inwards_ = 1; ///< the way along a lane that leads to the ground
    double straight_ = 1; ///< from a distance along a lane to that from the edge
};

} // namespace

std::vector<Silhouette> silhouettes_of(const TerrainMesh& mesh, const ProjectedMesh& projected)
{
    constexpr double kPixel = RasterVertex::kUnits;
    std::vector<Silhouette> all;
    for (const MeshEdge& edge : mesh.edges) {
        const bool is_front = projected.is_front[edge.triangle] != 0;
        if (edge.other != MeshEdge::kNone && (projected.is_front[edge.other] != 0) == is_front)
            continue;
        const RasterVertex &from = projected.vertices[is_front ? edge.to : edge.from],
                           &to = projected.vertices[is_front ? edge.from : edge.to];
        all.push_back({Vec2{from.x / kPixel, from.y / kPixel}, Vec2{to.x / kPixel, to.y / kPixel},
            from.nearness, to.nearness});
    }
    return all;
}

PixelBounds pixels_beside(const Silhouette& silhouette)
{
    constexpr double kReach_px = 3;
    const auto [left, right] = std::minmax(silhouette.from.x, silhouette.to.x);
    const auto [top, bottom] = std::minmax(silhouette.from.y, silhouette.to.y);
    const auto whole = [](double v) { return static_cast<int>(std::floor(v)); };
    return {whole(left - kReach_px), whole(top - kReach_px), whole(right + kReach_px) + 1,
        whole(bottom + kReach_px) + 1};
}

float outline_strength(float jump)
{
    return std::clamp((jump - kJumpFrom) / (kJumpFull - kJumpFrom), 0.0f, 1.0f);
}

void draw_silhouettes(Pixels& picture, const DepthBuffer& depths,
    const std::vector<Silhouette>& silhouettes, const SpaceColors& colors)
{
    SilhouettePainter painter(picture, depths, colors);
    for (const Silhouette& silhouette : silhouettes)
        painter.draw(silhouette);
    painter.finish(picture);
}

} // namespace thalweg::panel
