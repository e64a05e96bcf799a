#include "experiment/minima.hpp"

#include "support/catch.hpp"
#include "support/experiments.hpp"
#include "surface/formula/formula_surface.hpp"

#include <algorithm>

using namespace thalweg;
using namespace thalweg::experiment;

namespace {

surface::SurfacePtr surface_of(std::string_view name)
{
    return test::made_by<surface::SurfacePtr>(surface::surface_kinds(), name);
}

surface::SurfacePtr formula(const std::string& text)
{
    Node node{.type = Node::Type::mapping, .where = {}};
    for (const auto& [key, value] :
        {std::pair<const char*, std::string>{"kind", "formula"}, {"formula", text}}) {
        Node::Entry& entry = node.entries.emplace_back();
        entry.key = key;
        entry.value.type = Node::Type::scalar;
        entry.value.text = value;
    }
    Problems problems;
    const auto made = make_kind(node, "surface", surface::surface_kinds(), problems);
    problems.throw_if_any();
    return *made;
}

bool has(const std::vector<Vec2>& points, Vec2 wanted)
{
    return std::ranges::any_of(points, [&](Vec2 p) { return distance(p, wanted) < 1e-4; });
}

const Box kSix{{-6, 6}, {-6, 6}};

Minima find_minima(const surface::Surface& f, const Box& domain)
{
    return minima_among(all_critical_points(f, domain), f, domain);
}

} // namespace

TEST_CASE("local minima are found beside the known global ones", "[experiment]")
{
    const Minima multimodal = find_minima(*surface_of("multimodal"), kSix);
    CHECK(multimodal.global.size() == 2);
    CHECK(has(multimodal.global, {1.29787, -1.29787}));
    CHECK(multimodal.local.size() == 4); // higher hollows around the pair
    const surface::SurfacePtr f = surface_of("multimodal");
    for (const Vec2 p : multimodal.local) {
        CHECK(norm(f->slope(p).gradient) < 1e-6);
        for (const Vec2 way : {Vec2{0.01, 0}, Vec2{-0.01, 0}, Vec2{0, 0.01}, Vec2{0, -0.01}})
            CHECK(f->value(p + way) > f->value(p));
    }

    const Minima himmelblau = find_minima(*surface_of("himmelblau"), kSix);
    CHECK(himmelblau.global.size() == 4);
    CHECK(himmelblau.local.empty());
}

TEST_CASE("the lowest minima of a formula count as global", "[experiment]")
{
    const Minima tilted = find_minima(*formula("(x^2 - 1)^2 + y^2 + 0.3 * x"), kSix);
    REQUIRE(tilted.global.size() == 1);
    CHECK(tilted.global.front().x < -1);
    REQUIRE(tilted.local.size() == 1);
    CHECK(tilted.local.front().x > 0.9);
    const Minima even = find_minima(*formula("(x^2 - 1)^2 + y^2 - 2"), kSix);
    CHECK(even.global.size() == 2);
    CHECK(even.local.empty());
    CHECK(find_minima(*formula("x + y"), kSix).global.empty());
}
