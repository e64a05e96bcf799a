#include "panel/space/mesh.hpp"

#include "scenery.hpp"
#include "support/catch.hpp"

#include <map>

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr double kTolerance = 0.001;

using Place = std::array<float, 3>;

/// Edges that only one triangle has.
std::vector<std::pair<Place, Place>> open_edges(const panel::TerrainMesh& mesh)
{
    const auto place = [&](std::uint32_t i) {
        const auto& v = mesh.vertices[i];
        return Place{v.x, v.y, v.z};
    };
    std::map<std::pair<Place, Place>, int> edges;
    for (const auto& t : mesh.triangles)
        for (std::size_t i = 0; i < 3; ++i) {
            const Place from = place(t[i]), to = place(t[(i + 1) % 3]);
            edges[std::minmax(from, to)] += from < to ? 1 : -1;
        }
    std::vector<std::pair<Place, Place>> open;
    for (const auto& [edge, sum] : edges)
        if (sum != 0)
            open.push_back(edge);
    return open;
}

} // namespace

TEST_CASE("triangles of a terrain meet edge to edge, but for the border", "[space]")
{
    for (const std::string& name : sceneries()) {
        const Scenery scenery(name, panel::HeightKind::automatic, 256);
        const panel::TerrainMesh mesh = make_mesh(*scenery.terrain, kTolerance);
        const panel::SpaceBox& box = scenery.terrain->box();
        const auto is_at_side = [](float v, float w, double side) {
            return v == w && std::abs(std::abs(v) - 0.5 * side) < 1e-6;
        };
        const auto is_cut = [](float z) {
            const double height = z / panel::SpaceBox::kHeight + 0.5;
            return std::abs(std::abs(height - 0.5) - 0.5 - panel::HeightScale::kBeyond) < 1e-4;
        };
        int inner = 0;
        for (const auto& [p, q] : open_edges(mesh))
            inner += !is_at_side(p[0], q[0], box.width()) && !is_at_side(p[1], q[1], box.depth())
                && !(is_cut(p[2]) && is_cut(q[2]));
        CAPTURE(name, mesh.triangles.size());
        CHECK(inner == 0);
        CHECK(mesh.triangles.size() >= 2 * 32 * 32);
    }
}

TEST_CASE("a mesh keeps to the surface within its tolerance", "[space]")
{
    for (const std::string& name : sceneries()) {
        const Scenery scenery(name);
        const panel::TerrainMesh mesh = make_mesh(*scenery.terrain, kTolerance);
        const panel::SpaceBox& box = scenery.terrain->box();
        const Box& d = box.domain();
        std::size_t off = 0;
        for (const auto& t : mesh.triangles) {
            const auto &a = mesh.vertices[t[0]], &b = mesh.vertices[t[1]], &c = mesh.vertices[t[2]];
            const double x = (a.x + b.x + c.x) / 3, y = (a.y + b.y + c.y) / 3;
            const panel::GroundPoint truth = scenery.terrain->exact(
                {d.x.at(x / box.width() + 0.5), d.y.at(y / box.depth() + 0.5)});
            off += truth.is_shown() && std::abs(truth.z - (a.z + b.z + c.z) / 3) > 2 * kTolerance;
        }
        CAPTURE(name, off, mesh.triangles.size());
        CHECK(off <= mesh.triangles.size() / 500);
    }
}

TEST_CASE("level ground needs few triangles, and lies in the middle of the box", "[space]")
{
    experiment::Experiment flat = Scenery("bowl").experiment;
    flat.plan.domain = {{0, 1e-9}, {0, 1e-9}};
    const Scenery scenery(flat, panel::HeightKind::linear, 256);
    CHECK(make_mesh(*scenery.terrain, 0.01).triangles.size() <= 4 * 32 * 32);
}
