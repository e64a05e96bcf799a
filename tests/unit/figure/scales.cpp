#include "figure/scales.hpp"

#include "support/catch.hpp"

using namespace thalweg;

namespace {

/// A panel that asks for scales and nothing else.
class Asks final : public panel::Panel {
public:
    explicit Asks(panel::ScaleRequest scales)
        : scales_(std::move(scales))
    {
    }
    panel::SizeRequest size(const panel::Setting&) const override { return {}; }
    panel::ScaleRequest scales() const override { return scales_; }
    std::unique_ptr<const panel::PlacedPanel> place(const panel::Placement&) const override
    {
        return nullptr;
    }

private:
    panel::ScaleRequest scales_;
};

} // namespace

TEST_CASE("panels of one key share the hull of their ranges", "[scales]")
{
    const Asks a({.key = "loss", .x = {0, 10}, .y = {2, 3}}),
        b({.key = "loss", .x = {0, 20}, .y = {1, 2}}), c({.key = "other", .x = {0, 90}});
    const auto shared = figure::shared_scales({&a, &b, &c});
    CHECK(shared[0].x.hi == 20);
    CHECK(shared[0].y.lo == 1);
    CHECK(shared[0].y.hi == 3);
    CHECK(shared[1].y.hi == 3);
    CHECK(shared[2].x.hi == 90);
}

TEST_CASE("a shared logarithmic axis begins at a positive value", "[scales]")
{
    const Asks linear({.key = "loss", .x = {0, 10}, .y = {0, 60}}),
        logarithmic({.key = "loss", .x = {0, 10}, .y = {1e-3, 5}, .logarithmic = true});
    for (const panel::ScaleRequest& one : figure::shared_scales({&linear, &logarithmic})) {
        CHECK(one.logarithmic);
        CHECK(one.y.lo == 1e-3);
        CHECK(one.y.hi == 60);
    }
}
