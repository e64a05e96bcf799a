#include "panel/space/space_axes.hpp"

#include "canvas/typesetter.hpp"
#include "scenery.hpp"
#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr double kTurn = 0.25; // degrees between two pictures
constexpr double kMostFade = 0.15, kMostMove = 4; // between them; layout units

struct Orbit {
    explicit Orbit(double degrees, double elevation = 30)
        : plan{.orbit = degrees}
    {
        plan.elevation = elevation;
        panel::SpacePlan space;
        space.camera = plan;
        axes.emplace(space, *scenery.terrain, 400, panel::Setting{format, {}, type});
        camera.emplace(plan, scenery.terrain->box(), 1, grown(outer, -60));
    }
    std::vector<panel::AxisText> texts(double share)
    {
        return axes->texts(camera->view(share), outer);
    }

    panel::SpaceCameraPlan plan;
    Scenery scenery{"himmelblau", panel::HeightKind::automatic, 64};
    canvas::Format format{};
    canvas::Typesetter type{};
    Box outer{{0, 700}, {0, 500}};
    std::optional<panel::SpaceAxes> axes{};
    std::optional<panel::SpaceCamera> camera{};
};

/// The strongest text of this name near a place; 0 where there is none.
double opacity_near(const std::vector<panel::AxisText>& texts, const panel::AxisText& text)
{
    double most = 0;
    for (const panel::AxisText& other : texts)
        if (other.text == text.text && distance(other.middle, text.middle) < kMostMove)
            most = std::max(most, other.opacity);
    return most;
}

} // namespace

TEST_CASE("while the view turns, texts of axes fade and never pop", "[space]")
{
    Orbit orbit(360);
    std::vector<panel::AxisText> before = orbit.texts(0);
    int jumps = 0;
    for (double turn = kTurn; turn <= 360; turn += kTurn) {
        const std::vector<panel::AxisText> now = orbit.texts(turn / 360);
        for (const panel::AxisText& text : now)
            jumps += std::abs(text.opacity - opacity_near(before, text)) > kMostFade;
        for (const panel::AxisText& text : before)
            jumps += std::abs(text.opacity - opacity_near(now, text)) > kMostFade;
        before = now;
    }
    CHECK(jumps == 0);
}

TEST_CASE("in every still view each axis has its name and two ticks, apart and in full", "[space]")
{
    for (double azimuth = -180; azimuth <= 180; azimuth += 15) {
        panel::SpacePlan plan;
        plan.camera.azimuth = azimuth;
        Orbit orbit(0);
        const panel::SpaceAxes axes(
            plan, *orbit.scenery.terrain, 400, {orbit.format, {}, orbit.type});
        const panel::SpaceView view = panel::SpaceCamera(
            plan.camera, orbit.scenery.terrain->box(), 1, grown(orbit.outer, -60))
                                          .view(0);
        const std::vector<panel::AxisText> texts = axes.texts(view, orbit.outer);
        CAPTURE(azimuth);
        for (const std::string name : {"x", "y", "loss"})
            CHECK(std::ranges::count(texts, name, &panel::AxisText::text) == 1);
        CHECK(texts.size() >= 9);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            CHECK(texts[i].opacity == 1);
            for (std::size_t k = 0; k < i; ++k)
                CHECK_FALSE(overlap(texts[i].box, texts[k].box));
        }
    }
}
