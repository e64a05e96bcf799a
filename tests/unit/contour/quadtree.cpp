#include "contour/quadtree.hpp"

#include "support/catch.hpp"
#include "unit/contour/surfaces.hpp"

#include <array>

namespace thalweg::contour { // whose log is meant, not that of the C library

using testing::Quadratic;

namespace {

constexpr Box kDomain = {{-2, 2}, {-2, 2}};
constexpr double kTolerance = 4e-5;

/// Undefined where x² + y² < 1, and bottomless beside it.
struct LogOutsideCircle {
    template <class T>
    T operator()(T x, T y) const
    {
        return log(sq(x) + sq(y) - 1.0);
    }
    surface::SurfaceFacts facts() const { return {}; }
};

void check_same(const Quadtree& a, const Quadtree& b)
{
    REQUIRE(a.cells.size() == b.cells.size());
    CHECK(a.searches == b.searches);
    for (std::size_t i = 0; i < a.cells.size(); ++i) {
        const Cell &p = a.cells[i], &q = b.cells[i];
        CHECK(p.box.x.lo == q.box.x.lo);
        CHECK(p.box.y.hi == q.box.y.hi);
        CHECK(p.shape == q.shape);
        CHECK(p.children == q.children);
        CHECK(p.proof == q.proof);
        CHECK(p.last - p.first == q.last - q.first);
        if (p.last > p.first)
            CHECK(p.first_curve == q.first_curve);
    }
}

} // namespace

TEST_CASE("the tree of one of many levels is the tree that the level has alone")
{
    const surface::FunctionSurface ring(LogOutsideCircle{});
    const surface::FunctionSurface bowl(Quadratic{1, 4});
    for (const surface::Surface* f : std::initializer_list<const surface::Surface*>{&ring, &bowl}) {
        const std::array levels{-9.0, -4.0, 0.5};
        const Quadtree of_all = build_quadtree(*f, kDomain, levels, kTolerance);
        REQUIRE_FALSE(of_all.is_cut_short);
        for (int k = 0; k < 3; ++k)
            for (const std::size_t most : {1000, 5000}) {
                CAPTURE(k, most);
                const std::array level{levels[static_cast<std::size_t>(k)]};
                check_same(tree_of_level(of_all, k, most),
                    build_quadtree(*f, kDomain, level, kTolerance, {.most = most}));
            }
    }
}

} // namespace thalweg::contour
