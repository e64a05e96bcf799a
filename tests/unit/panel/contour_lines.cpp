#include "panel/contour/contour_lines.hpp"

#include "support/catch.hpp"
#include "support/experiments.hpp"

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

/// Remembers the strokes of a drawing.
class StrokeList final : public canvas::Canvas {
public:
    StrokeList()
        : Canvas(canvas::palette(canvas::Theme::dark))
    {
    }
    bool is_page() const override { return false; }
    canvas::TextMetrics& metrics() override { throw std::logic_error("no text is expected"); }
    void fill(const canvas::Path&, const Color&) override { }
    void stroke(const canvas::Path& path, const canvas::Stroke& stroke) override
    {
        strokes.push_back({path, stroke.color});
    }
    void text(const std::string&, const canvas::TextStyle&, const canvas::Anchor&) override { }
    void image(const Pixels&, const Box&, canvas::Opacity) override { }

    std::vector<std::pair<canvas::Path, Color>> strokes;

private:
    void push_clip(const Box&) override { }
    void pop_clip() override { }
};

} // namespace

TEST_CASE("lines fade where their neighbours are near", "[panel][contour]")
{
    CHECK(crowding_factor(0.3) == 0);
    CHECK(crowding_factor(1) == 0);
    CHECK(crowding_factor(2.5) == Approx(0.5));
    CHECK(crowding_factor(4) == 1);
    CHECK(crowding_factor(1e9) == 1);
}

TEST_CASE(
    "on a bowl each circle is as strong as its distance to the next tells", "[panel][contour]")
{
    const auto bowl = made_by<surface::SurfacePtr>(surface::surface_kinds(), "bowl"); // x² + y²
    const Box domain{{-2, 2}, {-2, 2}};
    const Camera camera({}, domain, {});
    // Circles of radius 1 and, 6 and 2.5 layout units further out, two others.
    const double units = 100;
    const LevelScale scale({1, sq(1 + 6 / units), sq(1 + 8.5 / units)});
    const ContourPyramid pyramid(
        {.surface = *bowl, .scale = scale, .camera = camera, .map_width = units * domain.width()});
    const ContourLines lines(*bowl, pyramid.layers().front(), units * domain.width(), 1);
    StrokeList list;
    lines.draw(list, {domain, {{0, 400}, {0, 400}}});
    const double whole = list.palette().line.a;
    std::vector<double> alphas;
    for (const auto& [path, color] : list.strokes) {
        const double radius = distance(path.points().front(), {200, 200});
        const bool is_inner = std::abs(radius - units) < 1;
        // In few steps of strength; the spacing is taken from the slope at the line.
        CHECK(color.a / whole == Approx(is_inner ? 1 : 0.5).margin(0.1));
        alphas.push_back(color.a);
    }
    CHECK(alphas.size() == 2);
}
