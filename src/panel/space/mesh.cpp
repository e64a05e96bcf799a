#include "panel/space/mesh.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace thalweg::panel {

namespace {

constexpr int kCoarsest = 32; // cells of the coarsest mesh along a side
constexpr float kCut = 1e9f; // the error where a border passes
constexpr double kLightWeight = 0.025; // units of space per unit of light
constexpr int kHalvings = 24; // towards a border

/// A vertex of the grid.
struct Node {
    int column, row;
};
Node middle_of(Node a, Node b)
{
    return {(a.column + b.column) / 2, (a.row + b.row) / 2};
}

class MeshMaker {
public:
    MeshMaker(const Terrain& terrain, double tolerance, const SpaceView* seen_from)
        : terrain_(terrain)
        , tolerance_(static_cast<float>(tolerance))
        , n_(terrain.cells())
        , errors_(index({n_, n_}) + 1, 0)
        , numbers_(errors_.size(), 0)
    {
        if (seen_from == nullptr)
            return;
        const SpaceView& view = *seen_from;
        const SpaceBox& box = terrain.box();
        const Vec2 way{n_ * view.towards.x / box.width(), n_ * view.towards.y / box.depth()};
        viewer_ = view.distance > 0 ? Viewer{view.distance * way + Vec2{0.5 * n_, 0.5 * n_}, 1}
                                    : Viewer{way, 0};
    }

    TerrainMesh make()
    {
        find_errors();
        const Node low{0, 0}, high{n_, n_}, right{n_, 0}, left{0, n_};
        far_first(
            low, high, right, [&] { divide(low, high, right); }, [&] { divide(high, low, left); });
        mesh_.edges = edges_of(mesh_.triangles);
        return std::move(mesh_);
    }

private:
    std::size_t index(Node p) const
    {
        return static_cast<std::size_t>(p.row * (n_ + 1) + p.column);
    }
    const GroundPoint& ground(Node p) const { return terrain_.at(p.column, p.row); }

    /// What is lost where the middle of a line is left out.
    float error_between(Node a, Node b, Node middle) const
    {
        const GroundPoint &p = ground(a), &q = ground(b), &m = ground(middle);
        if (p.is_shown() != m.is_shown() || q.is_shown() != m.is_shown())
            return kCut;
        if (!m.is_shown())
            return 0;
        const float height = std::abs(m.z - 0.5f * (p.z + q.z));
        const float light
            = static_cast<float>(kLightWeight) * std::abs(m.light - 0.5f * (p.light + q.light));
        // A contour line moves by as much of the line as the levels are off.
        const auto [low, high] = std::minmax({p.level, q.level, m.level});
        const float off = std::abs(m.level - 0.5f * (p.level + q.level));
        float moved = 0;
        if (std::floor(low) != std::floor(high) && off > 0)
            moved = off / (off + std::abs(p.level - q.level))
                * static_cast<float>(
                    std::max(std::abs(a.column - b.column), std::abs(a.row - b.row)))
                / static_cast<float>(n_);
        return std::max({height, light, moved});
    }

    /// Every vertex gets the error of the triangles that it divides, and of all their parts.
    void find_errors()
    {
        const int triangles = 2 * n_ * n_ - 2, parents = triangles - n_ * n_;
        for (int i = triangles - 1; i >= 0; --i) {
            const auto [a, b] = hypotenuse(i + 2);
            const Node m = middle_of(a, b);
            const Node c{m.column + m.row - a.row, m.row + a.column - m.column};
            float& error = errors_[index(m)];
            error = std::max(error, error_between(a, b, m));
            if (i < parents)
                error = std::max(
                    {error, errors_[index(middle_of(a, c))], errors_[index(middle_of(b, c))]});
        }
    }

    /// The long side of a triangle of the binary tree.
    std::pair<Node, Node> hypotenuse(int id) const
    {
        Node a{0, 0}, b{0, 0}, c{0, 0};
        if (id & 1)
            b = {n_, n_}, c = {n_, 0};
        else
            a = {n_, n_}, c = {0, n_};
        while ((id >>= 1) > 1) {
            const Node m = middle_of(a, b);
            if (id & 1)
                b = a, a = c;
            else
                a = b, b = c;
            c = m;
        }
        return {a, b};
    }

    /// Calls both, the one on the viewer's side of the line from a to b at last.
    ///
    /// beside  a vertex on the first one's side
    template <class First, class Second>
    void far_first(Node a, Node b, Node beside, First first, Second second)
    {
        const auto side = [&](Vec2 p, double scale) {
            const Vec2 from{static_cast<double>(a.column), static_cast<double>(a.row)};
            return cross(Vec2{static_cast<double>(b.column), static_cast<double>(b.row)} - from,
                p - scale * from);
        };
        const bool is_first_near = side(viewer_.at, viewer_.scale)
                * side({static_cast<double>(beside.column), static_cast<double>(beside.row)}, 1)
            > 0;
        if (is_first_near)
            second();
        first();
        if (!is_first_near)
            second();
    }

    void divide(Node a, Node b, Node c)
    {
        const int side = std::abs(a.column - c.column) + std::abs(a.row - c.row);
        const Node m = middle_of(a, b);
        if (side > 1 && (side > n_ / kCoarsest || errors_[index(m)] > tolerance_)) {
            far_first(
                c, m, a, [&] { divide(c, a, m); }, [&] { divide(b, c, m); });
        } else {
            add(a, b, c);
        }
    }

    std::uint32_t number(Node p)
    {
        std::uint32_t& known = numbers_[index(p)];
        if (known == 0) {
            add_vertex(terrain_.grid_place(p.column, p.row), ground(p), p);
            known = static_cast<std::uint32_t>(mesh_.vertices.size());
        }
        return known - 1;
    }
    /// near  the grid's vertex whose slopes it has
    std::uint32_t add_vertex(Vec2 at, const GroundPoint& point, Node near)
    {
        const Vec3 p = terrain_.box().place(at, 0);
        mesh_.vertices.push_back({static_cast<float>(p.x), static_cast<float>(p.y), point.z,
            point.level, point.light, terrain_.slopes(near.column, near.row)});
        return static_cast<std::uint32_t>(mesh_.vertices.size() - 1);
    }

    /// The last shown point on the way from a shown vertex to one that is not.
    std::uint32_t border(Node shown, Node hidden)
    {
        const auto [known, is_new] = cuts_.try_emplace({index(shown), index(hidden)}, 0);
        if (is_new)
            known->second = add_border(shown, hidden);
        return known->second;
    }
    std::uint32_t add_border(Node shown, Node hidden)
    {
        const Vec2 from = terrain_.grid_place(shown.column, shown.row),
                   to = terrain_.grid_place(hidden.column, hidden.row);
        GroundPoint last = ground(shown);
        double in = 0, out = 1;
        for (int i = 0; i < kHalvings; ++i) {
            const double half = 0.5 * (in + out);
            const GroundPoint point = terrain_.exact(lerp(from, to, half));
            if (point.is_shown())
                last = point;
            (point.is_shown() ? in : out) = half;
        }
        return add_vertex(lerp(from, to, in), last, shown);
    }

    void add(Node a, Node b, Node c)
    {
        std::array<Node, 3> corners{a, b, c};
        const auto shown
            = std::ranges::count_if(corners, [&](Node p) { return ground(p).is_shown(); });
        if (shown == 3) {
            add_triangle({number(a), number(b), number(c)});
            return;
        }
        if (shown == 0)
            return;
        // The vertex that is alone on its side of the border comes first.
        while (ground(corners[0]).is_shown() != (shown == 1))
            std::rotate(corners.begin(), corners.begin() + 1, corners.end());
        const auto [alone, next, last] = corners;
        if (shown == 1) {
            add_triangle({number(alone), border(alone, next), border(alone, last)});
            return;
        }
        const std::uint32_t first_cut = border(next, alone), second_cut = border(last, alone);
        add_triangle({first_cut, number(next), number(last)});
        add_triangle({first_cut, number(last), second_cut});
    }
    void add_triangle(const MeshTriangle& t)
    {
        // The tree's triangles run clockwise.
        mesh_.triangles.push_back({t[0], t[2], t[1]});
    }

    /// A place of the grid, times `scale`; infinitely far away where that is 0.
    struct Viewer {
        Vec2 at{};
        double scale = 0;
    };

    const Terrain& terrain_;
    float tolerance_;
    Viewer viewer_{};
    int n_;
    std::vector<float> errors_; ///< of each vertex of the grid
    std::vector<std::uint32_t> numbers_; ///< in the mesh, plus 1; 0: not in it
    std::map<std::pair<std::size_t, std::size_t>, std::uint32_t> cuts_; ///< vertices at the border
    TerrainMesh mesh_;
};

} // namespace

TerrainMesh make_mesh(const Terrain& terrain, double tolerance, const SpaceView* seen_from)
{
    return MeshMaker(terrain, tolerance, seen_from).make();
}

} // namespace thalweg::panel
