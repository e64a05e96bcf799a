#include "support/catch.hpp"
#include "support/nodes.hpp"
#include "surface/catalogue.hpp"
#include "unit/contour/random_formula.hpp"

#include "contour/trace.hpp"

using namespace thalweg;
using namespace thalweg::contour;

namespace {

void check_same(const std::vector<Ring>& a, const std::vector<Ring>& b)
{
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].closed == b[i].closed);
        CHECK(a[i].certified == b[i].certified);
        REQUIRE(a[i].beziers.size() == b[i].beziers.size());
        bool is_same = true;
        for (std::size_t k = 0; k < a[i].beziers.size(); ++k)
            is_same = is_same && a[i].beziers[k].p == b[i].beziers[k].p;
        CHECK(is_same);
    }
}

} // namespace

TEST_CASE("contours are the same for any number of threads, wherever the proof ends")
{
    const Box domain{{-2, 2}, {-2, 2}};
    std::vector<std::string> formulas{
        "x^2 + 3*y^2", "log(sin(3*x)*sin(3*y))", "tan(3*x*y)", "1/sin(5*x*y)", "(x^2+y^2-1)^2"};
    for (unsigned seed = 0; seed < 12; ++seed)
        formulas.push_back(testing::RandomFormula(seed, testing::RandomFormula::Kind::wild).text());
    for (const std::string& formula : formulas) {
        CAPTURE(formula);
        Problems problems;
        const auto f = make_kind(nodes::mapping({{"kind", nodes::scalar("formula")},
                                     {"formula", nodes::scalar(formula)}}),
            "surface", surface::surface_kinds(), problems);
        if (!f || !problems.empty())
            continue; // a constant in it is not finite
        const std::vector<double> levels{-3, -1, 1e-12, 0.3, 0.7, 2};
        const auto alone = trace_levels(**f, domain, levels, 1e-3, 1),
                   together = trace_levels(**f, domain, levels, 1e-3, 3);
        for (std::size_t k = 0; k < levels.size(); ++k) {
            CAPTURE(levels[k]);
            CHECK(alone[k].certified == together[k].certified);
            CHECK(alone[k].uncertified.size() == together[k].uncertified.size());
            check_same(alone[k].rings, together[k].rings);
            check_same(alone[k].cuts, together[k].cuts);
        }
    }
}
