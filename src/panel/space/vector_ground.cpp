#include "panel/space/vector_ground.hpp"

#include "core/polyline.hpp"
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
constexpr double kFlatness = 0.05; // of outlines; likewise
constexpr double kOutlineWidth = 0.5; // likewise
constexpr double kDepthPixels = 4; // a layout unit, that tell what is seen

FacetCorner corner_of(const TerrainMesh::Vertex& v, const SpaceView& view)
{
    return {view({v.x, v.y, v.z}), v.level + 1.0, v.light * kLights};
}

double area_of(const Facet& facet)
{
    return cross(facet[1].at - facet[0].at, facet[2].at - facet[0].at);
}

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
    void add(const Facet& triangle, int strength, int levels)
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
                lines_.push_back({level, strength, ends[0], ends[1]});
        }
    }
    void flush(ShadedParts& ground)
    {
        std::ranges::stable_sort(lines_, {}, [](const Line& line) {
            return std::pair{line.level, line.strength};
        });
        for (const Line& line : lines_)
            ground.add_line(line.level, static_cast<double>(line.strength) / kLineStrengths,
                line.from, line.to);
        lines_.clear();
    }

private:
    struct Line {
        int level, strength;
        Vec2 from, to;
    };
    std::vector<Line> lines_;
};

/// Of contour lines on a triangle.
int strength_of(const TerrainMesh& mesh, std::size_t triangle, const VectorGroundSetup& setup)
{
    double spacing = 0;
    for (const std::uint32_t i : mesh.triangles[triangle]) {
        const TerrainMesh::Vertex& v = mesh.vertices[i];
        spacing += level_spacing(v.slopes, setup.view, {v.x, v.y, v.z}) / 3;
    }
    return line_strength(spacing, setup.format.line);
}

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
    LinesBelow lines;
    for (std::size_t t = 0; t < facets.size(); ++t) {
        if (ground.size() > kMostFacets)
            return std::nullopt;
        if (is_front[t])
            lines.flush(ground);
        add_facet(ground, facets[t], is_front[t] != 0, levels);
        if (!is_front[t])
            if (const int strength = strength_of(mesh, t, setup); strength > 0)
                lines.add(facets[t], strength, levels);
    }
    lines.flush(ground);
    ground.finish(kBleed * setup.format.line);
    return ground;
}

/// They hide by how much the ground is widened.
std::vector<OutlinePart> outlines_of(const TerrainMesh& mesh, const VectorGroundSetup& setup)
{
    constexpr Range kAll{-1e5, 1e5}; // layout units
    const double line = setup.format.line;
    std::vector<OutlinePart> parts = seen_outlines(mesh, setup.view,
        {.box = {kAll, kAll}, .pixels_per_unit = kDepthPixels, .line = line},
        (0.5 * kOutlineWidth - kBleed) * line);
    for (OutlinePart& part : parts) {
        std::vector<Vec2> kept;
        for (const std::size_t i : simplify(part.points, kFlatness * line))
            kept.push_back(part.points[i]);
        part.points = std::move(kept);
    }
    return parts;
}

} // namespace

VectorGround::VectorGround(const VectorGroundSetup& setup)
    : line_(setup.format.line)
{
    const auto mesh_of = [&](double tolerance) {
        return make_mesh(setup.terrain, tolerance / setup.view.scale, &setup.view);
    };
    TerrainMesh mesh = mesh_of(kCoarsest);
    ground_ = ground_of(mesh, setup);
    if (!ground_)
        return;
    const double used = static_cast<double>(ground_->bytes()) / kMostBytes;
    if (used <= kFill) {
        TerrainMesh finer = mesh_of(std::max(kFinest, kCoarsest * used / kFill));
        if (auto ground = ground_of(finer, setup); ground && ground->bytes() <= kMostBytes) {
            ground_ = std::move(ground);
            mesh = std::move(finer);
        }
    }
    if (setup.with_lines)
        lines_ = seen_lines(
            setup.experiment, setup.terrain, setup.view, setup.format.line, setup.jobs);
    outlines_ = outlines_of(mesh, setup);
}

std::size_t VectorGround::bytes() const
{
    if (!ground_)
        return std::numeric_limits<std::size_t>::max();
    std::size_t sum = ground_->bytes();
    for (const LinePart& line : lines_)
        sum += kBytesOfPath + kBytesOfPoint * line.points.size();
    for (const OutlinePart& outline : outlines_)
        sum += kBytesOfPath + kBytesOfPoint * outline.points.size();
    return sum;
}

void VectorGround::draw(canvas::Canvas& canvas, const SpaceColors& colors) const
{
    const canvas::Group group(canvas, "ground");
    for (const ShadedParts::Part& part : ground_->parts())
        if (part.shade < 0)
            draw_line(
                canvas, colors, static_cast<std::size_t>(-part.shade), part.strength, part.path);
        else
            canvas.fill(part.path, color_of(colors.shades[static_cast<std::size_t>(part.shade)]));
    for (const LinePart& line : lines_)
        draw_line(canvas, colors, line.level, line.strength, canvas::Path::polyline(line.points));
    for (const OutlinePart& outline : outlines_)
        canvas.stroke(canvas::Path::polyline(outline.points),
            {.color = color_of(colors.edge).with_alpha(colors.edge_alpha * outline.strength),
                .width = kOutlineWidth * line_,
                .cap = canvas::Cap::butt});
}

void VectorGround::draw_line(canvas::Canvas& canvas, const SpaceColors& colors, std::size_t level,
    double strength, const canvas::Path& path) const
{
    canvas.stroke(path,
        {.color = color_of(colors.line).with_alpha(strength * colors.line_alpha[level]),
            .width = line_ * colors.line_width[level],
            .cap = canvas::Cap::butt});
}

} // namespace thalweg::panel
