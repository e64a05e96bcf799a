#include "panel/space/vector_ground.hpp"

#include "contour/trace.hpp"
#include "core/polyline.hpp"
#include "panel/space/draped_path.hpp"
#include "panel/space/facets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace thalweg::panel {

namespace {

// Of the mesh, in layout units: as fine as the size of the file allows.
constexpr double kCoarsest = 0.65, kFinest = 0.3;
constexpr double kFill = 0.85; // of the size that is allowed, aimed at
constexpr std::size_t kMostFacets = 60000; // more would make far too large a file
constexpr double kLarge = 3; // twice the area of triangles in which light changes, layout units
constexpr int kLights = 32; // shades of a band
constexpr double kBleed = 0.2; // of facets below the nearer ones, so that no seam is seen; likewise
constexpr double kLineSpacing = 1.5, kLineFlatness = 0.05; // of points on contour lines; likewise
constexpr double kOutlineWidth = 0.5; // likewise

FacetCorner corner_of(const TerrainMesh::Vertex& v, const SpaceView& view)
{
    return {view({v.x, v.y, v.z}), v.level + 1.0, v.light * kLights};
}

double area_of(const Facet& facet)
{
    return cross(facet[1].at - facet[0].at, facet[2].at - facet[0].at);
}

/// The edges at which ground that faces the viewer ends, or goes on behind itself.
class Outlines {
public:
    using Edge = std::pair<std::uint32_t, std::uint32_t>;

    explicit Outlines(const TerrainMesh& mesh, const std::vector<char>& is_front)
    {
        for (std::size_t t = 0; t < mesh.triangles.size(); ++t)
            if (is_front[t])
                for (std::size_t k = 0; k < 3; ++k)
                    front_.push_back({mesh.triangles[t][k], mesh.triangles[t][(k + 1) % 3]});
        std::ranges::sort(front_);
    }
    /// Of a triangle that faces the viewer.
    bool has(Edge edge) const
    {
        return !std::ranges::binary_search(front_, Edge{edge.second, edge.first});
    }

private:
    std::vector<Edge> front_;
};

Color color_of(const Rgb& rgb)
{
    return {rgb[0], rgb[1], rgb[2], 1};
}

/// The steps of a value, 0 to `last`, that a facet has parts in.
template <class Visit>
void for_each_step(const Facet& facet, double FacetCorner::*value, int last, Visit visit)
{
    const auto step = [&](const FacetCorner& corner) {
        return static_cast<int>(std::clamp(corner.*value, 0.0, static_cast<double>(last)));
    };
    const auto [low, high]
        = std::ranges::minmax(facet, {}, [&](const FacetCorner& corner) { return corner.*value; });
    for (int i = step(low); i <= step(high); ++i)
        if (const Facet part = between(facet, value, i > 0 ? i : -1e9, i < last ? i + 1 : 1e9);
            !part.empty())
            visit(i, part);
}

int mean_light(const Facet& facet)
{
    double sum = 0;
    for (const FacetCorner& corner : facet)
        sum += corner.light;
    return std::clamp(static_cast<int>(sum / static_cast<double>(facet.size())), 0, kLights - 1);
}

/// Lines of the levels on the underside: on top of what they lie on, below what is nearer.
class LinesBelow {
public:
    void add(const Facet& triangle, int levels)
    {
        const auto [low, high] = std::ranges::minmax(triangle, {}, &FacetCorner::place);
        const int last = std::min(static_cast<int>(high.place), levels);
        for (int level = std::max(1, static_cast<int>(std::ceil(low.place))); level <= last;
             ++level) {
            std::vector<Vec2> ends;
            for (std::size_t i = 0; i < 3; ++i) {
                const FacetCorner &a = triangle[i], &b = triangle[(i + 1) % 3];
                if ((a.place >= level) != (b.place >= level))
                    ends.push_back(lerp(a.at, b.at, (level - a.place) / (b.place - a.place)));
            }
            if (ends.size() == 2)
                lines_.push_back({level, ends[0], ends[1]});
        }
    }
    void flush(ShadedParts& ground)
    {
        std::ranges::stable_sort(lines_, {}, &Line::level);
        for (const Line& line : lines_)
            ground.add_line(ShadedParts::kOutline - line.level, line.from, line.to);
        lines_.clear();
    }

private:
    struct Line {
        int level;
        Vec2 from, to;
    };
    std::vector<Line> lines_;
};

/// In parts of one shade each.
void add_facet(ShadedParts& ground, const Facet& facet, bool is_front, int levels)
{
    const bool is_large = std::abs(area_of(facet)) > kLarge;
    for_each_step(facet, &FacetCorner::place, levels, [&](int band, const Facet& in_band) {
        const auto add = [&](int light, const Facet& part) {
            constexpr int kEach = SpaceColors::kLights / kLights;
            ground.add(part,
                band * SpaceColors::kShades + (is_front ? 0 : SpaceColors::kLights) + light * kEach
                    + kEach / 2);
        };
        if (is_large)
            for_each_step(in_band, &FacetCorner::light, kLights - 1, add);
        else
            add(mean_light(in_band), in_band);
    });
}

/// The ground as seen; nothing where it is far too much to be drawn as vectors.
std::optional<ShadedParts> ground_of(const TerrainMesh& mesh, const VectorGroundSetup& setup)
{
    ShadedParts ground;
    const SpaceView& view = setup.view;
    const int levels = static_cast<int>(setup.experiment.levels.size());
    std::vector<Facet> facets;
    std::vector<char> is_front;
    for (const auto& triangle : mesh.triangles) {
        Facet facet;
        for (const std::uint32_t vertex : triangle)
            facet.push_back(corner_of(mesh.vertices[vertex], view));
        is_front.push_back(area_of(facet) < 0); // y points downwards
        facets.push_back(std::move(facet));
    }
    const Outlines outlines(mesh, is_front);
    LinesBelow lines;
    for (std::size_t t = 0; t < facets.size(); ++t) {
        if (ground.size() > kMostFacets)
            return std::nullopt;
        if (is_front[t])
            lines.flush(ground);
        add_facet(ground, facets[t], is_front[t] != 0, levels);
        if (!is_front[t])
            lines.add(facets[t], levels);
        for (std::size_t k = 0; k < 3 && is_front[t]; ++k)
            if (const std::size_t next = (k + 1) % 3;
                outlines.has({mesh.triangles[t][k], mesh.triangles[t][next]}))
                ground.add_line(ShadedParts::kOutline, facets[t][k].at, facets[t][next].at);
    }
    lines.flush(ground);
    ground.finish(kBleed * setup.format.line);
    return ground;
}

} // namespace

VectorGround::VectorGround(const VectorGroundSetup& setup)
    : line_(setup.format.line)
{
    if (setup.with_lines)
        add_lines(setup);
    const auto with = [&](double tolerance) {
        return ground_of(
            make_mesh(setup.terrain, tolerance / setup.view.scale, &setup.view), setup);
    };
    ground_ = with(kCoarsest);
    if (!ground_)
        return;
    const double used = static_cast<double>(ground_->bytes()) / kMostBytes;
    if (used > kFill)
        return;
    const auto finer = with(std::max(kFinest, kCoarsest * used / kFill));
    if (finer && finer->bytes() <= kMostBytes)
        ground_ = finer;
}

void VectorGround::add_lines(const VectorGroundSetup& setup)
{
    const Terrain& terrain = setup.terrain;
    const Box& domain = terrain.box().domain();
    const double per_unit = setup.view.scale / std::max(domain.width(), domain.height());
    const auto& levels = setup.experiment.levels;
    const std::vector<contour::LevelSet> sets = contour::trace_levels(
        *setup.experiment.plan.surface, domain, levels, 0.1 * line_ / per_unit, setup.jobs);
    for (std::size_t k = 0; k < sets.size(); ++k)
        for (const contour::Ring& ring : sets[k].rings) {
            std::vector<Vec3> points;
            for (const contour::Bezier& bezier : ring.beziers) {
                const double length = per_unit
                    * (distance(bezier.p[0], bezier.p[1]) + distance(bezier.p[1], bezier.p[2])
                        + distance(bezier.p[2], bezier.p[3]));
                const int count = 1 + static_cast<int>(length / (kLineSpacing * line_));
                for (int i = 0; i < count; ++i)
                    points.push_back(
                        terrain.place(domain.clamp(bezier.at(static_cast<double>(i) / count))));
            }
            if (!ring.beziers.empty())
                points.push_back(terrain.place(domain.clamp(ring.beziers.back().p[3])));
            Line line{.level = k + 1};
            for (const PathPart& part : visible_parts(points, terrain, setup.view)) {
                std::vector<Vec2> kept;
                for (const std::size_t i : simplify(part.points, kLineFlatness * line_))
                    kept.push_back(part.points[i]);
                line.path.add(canvas::Path::polyline(kept));
            }
            if (!line.path.empty())
                lines_.push_back(std::move(line));
        }
}

std::size_t VectorGround::bytes() const
{
    if (!ground_)
        return std::numeric_limits<std::size_t>::max();
    std::size_t sum = ground_->bytes();
    for (const Line& line : lines_)
        sum += kBytesOfPath + kBytesOfPoint * line.path.points().size();
    return sum;
}

void VectorGround::draw(canvas::Canvas& canvas, const SpaceColors& colors) const
{
    const canvas::Group group(canvas, "ground");
    for (const ShadedParts::Part& part : ground_->parts())
        if (part.shade < ShadedParts::kOutline)
            draw_line(canvas, colors, static_cast<std::size_t>(ShadedParts::kOutline - part.shade),
                part.path);
        else if (part.shade == ShadedParts::kOutline)
            canvas.stroke(part.path,
                {.color = color_of(colors.edge).with_alpha(colors.edge_alpha),
                    .width = kOutlineWidth * line_});
        else
            canvas.fill(part.path, color_of(colors.shades[static_cast<std::size_t>(part.shade)]));
    for (const Line& line : lines_)
        draw_line(canvas, colors, line.level, line.path);
}

void VectorGround::draw_line(canvas::Canvas& canvas, const SpaceColors& colors, std::size_t level,
    const canvas::Path& path) const
{
    canvas.stroke(path,
        {.color = color_of(colors.line).with_alpha(colors.line_alpha[level]),
            .width = line_ * colors.line_width[level]});
}

} // namespace thalweg::panel
