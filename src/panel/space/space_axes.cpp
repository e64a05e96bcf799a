#include "panel/space/space_axes.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kTick = 4, kGap = 3, kRule = 0.8; // in line units, as of maps
constexpr double kFade = 0.1; // around where another edge takes over: sine of the angle
constexpr double kHalo = 1.6 / 13; // of the text's size: a name may stand above the ground
constexpr double kApart = 5; // layout units: nearer texts fade
constexpr int kPieces = 48; // of an edge, each hidden or not
constexpr double kLeastOpacity = 0.04;

/// How strongly an edge shows: not before the one whose place it takes has gone.
double opacity_of(double presence)
{
    const double t = std::max(0.0, presence);
    return t * t * (3 - 2 * t);
}

Box box_around(Vec2 middle, Vec2 size)
{
    return {{middle.x - 0.5 * size.x, middle.x + 0.5 * size.x},
        {middle.y - 0.5 * size.y, middle.y + 0.5 * size.y}};
}

/// The greatest gap between two boxes along x or y; negative where they meet.
double gap_between(const Box& a, const Box& b)
{
    return std::max(
        std::max(a.x.lo - b.x.hi, b.x.lo - a.x.hi), std::max(a.y.lo - b.y.hi, b.y.lo - a.y.hi));
}

} // namespace

SpaceAxes::SpaceAxes(
    const SpacePlan& plan, const Terrain& terrain, double length, const Setting& setting)
    : format_(setting.format)
    , moves_(plan.camera.orbit != 0)
    , box_(terrain.box())
    , scales_(space_scales(plan, terrain, length, setting))
{
}

std::vector<SpaceAxes::Edge> SpaceAxes::edges(const SpaceView& view) const
{
    const Box& d = box_.domain();
    const auto corner = [&](bool right, bool back, double height) {
        return box_.place({right ? d.x.hi : d.x.lo, back ? d.y.hi : d.y.lo}, height);
    };
    // The horizontal direction to the viewer: its signs tell which edges are near.
    const double sine = view.right.y, cosine = view.right.x;
    const auto presence = [&](double v, bool other) {
        const double first = moves_ ? std::clamp(v / kFade, -1.0, 1.0) : v >= 0 ? 1 : -1;
        return other ? -first : first;
    };
    std::vector<Edge> all;
    for (const bool other : {false, true}) {
        const double near_x = presence(cosine, other), near_y = presence(sine, other);
        all.push_back({corner(false, other, 0), corner(true, other, 0), 0, near_x});
        all.push_back({corner(!other, false, 0), corner(!other, true, 0), 1, near_y});
    }
    for (const bool right : {false, true})
        for (const bool back : {false, true}) // the leftmost corner
            all.push_back({corner(right, back, 0), corner(right, back, 1), 2,
                std::min(presence(cosine, right), presence(sine, back))});
    std::erase_if(all, [](const Edge& edge) { return edge.presence <= -1; });
    return all;
}

Vec2 SpaceAxes::outwards(const Edge& edge, const SpaceView& view)
{
    if (edge.scale == 2)
        return {-1, 0};
    const Vec2 from = view(edge.from), along = view(edge.to) - from;
    const Vec2 middle = view({0, 0, edge.from.z}), normal{-along.y, along.x};
    const double length = norm(normal);
    if (!(length > 1e-6))
        return {0, 1};
    const double side = dot(normal, from + 0.5 * along - middle);
    return (side >= 0 ? 1 : -1) / length * normal;
}

void SpaceAxes::draw_lines(
    canvas::Canvas& canvas, const Terrain& terrain, const SpaceView& view) const
{
    const canvas::Group group(canvas, "axes");
    const auto stroke = [&](const canvas::Path& path, double opacity) {
        const Color& rule = canvas.palette().rule;
        if (!path.empty() && opacity > kLeastOpacity)
            canvas.stroke(path,
                {.color = rule.with_alpha(rule.a * opacity),
                    .width = kRule * format_.line,
                    .cap = canvas::Cap::butt});
    };
    const auto draw_edge = [&](Vec3 from, Vec3 to, double opacity) {
        canvas::Path seen;
        for (int i = 0; i < kPieces; ++i) {
            const auto at = [&](double k) { return from + k / kPieces * (to - from); };
            if (terrain.is_seen(at(i + 0.5), view))
                seen.add(canvas::Path::line(view(at(i)), view(at(i + 1))));
        }
        stroke(seen, opacity);
    };
    const auto corners = box_.domain().corners();
    for (std::size_t i = 0; i < 4; ++i)
        draw_edge(box_.place(corners[i], 0), box_.place(corners[(i + 1) % 4], 0), 1);
    for (const Edge& edge : edges(view)) {
        const double opacity = opacity_of(edge.presence);
        if (edge.scale == 2)
            draw_edge(edge.from, edge.to, opacity);
        const Vec2 out = outwards(edge, view);
        canvas::Path ticks;
        for (const SpaceScale::Mark& mark : scales_[edge.scale].marks) {
            const Vec2 at = view(edge.from + mark.at * (edge.to - edge.from));
            ticks.add(canvas::Path::line(at, at + kTick * format_.line * out));
        }
        stroke(ticks, opacity);
    }
}

void SpaceAxes::add_texts(std::vector<AxisText>& all, const Edge& edge, const SpaceView& view) const
{
    const SpaceScale& scale = scales_[edge.scale];
    const Vec2 out = outwards(edge, view);
    const auto reach
        = [&](Vec2 size) { return 0.5 * (std::abs(out.x) * size.x + std::abs(out.y) * size.y); };
    const double away = (kTick + kGap) * format_.line;
    double farthest = 0;
    for (const SpaceScale::Mark& mark : scale.marks)
        farthest = std::max(farthest, 2 * reach(mark.size));
    Vec2 middle = view(0.5 * (edge.from + edge.to))
        + (away + farthest + 2 * kGap * format_.line + reach(scale.name_size)) * out;
    if (edge.scale == 2)
        middle = view(edge.to)
            - Vec2{0.3 * scale.name_size.x, kGap * format_.line + 0.9 * scale.name_size.y};
    const auto add = [&](const std::string& text, Vec2 size) {
        all.push_back(
            {text, middle, box_around(middle, size), opacity_of(edge.presence), edge.presence});
    };
    add(scale.name, scale.name_size);
    for (const SpaceScale::Mark& mark : scale.marks) {
        const Vec2 at = view(edge.from + mark.at * (edge.to - edge.from));
        middle = at + (away + reach(mark.size)) * out;
        add(mark.label, mark.size);
    }
}

Box SpaceAxes::extent(const SpaceView& view) const
{
    std::vector<AxisText> all;
    for (const Edge& edge : edges(view))
        add_texts(all, edge, view);
    Box box{{view.middle.x, view.middle.x}, {view.middle.y, view.middle.y}};
    for (const AxisText& text : all)
        box = hull(box, text.box);
    return box;
}

std::vector<AxisText> SpaceAxes::texts(const SpaceView& view, const Box& outer) const
{
    std::vector<AxisText> wanted, all;
    for (const Edge& edge : edges(view))
        add_texts(wanted, edge, view);
    for (AxisText& text : wanted) {
        // Names of the vertical axis lean into the picture.
        const double in
            = std::max(0.0, outer.x.lo - text.box.x.lo) - std::max(0.0, text.box.x.hi - outer.x.hi);
        text.middle.x += in;
        text.box.x = {text.box.x.lo + in, text.box.x.hi + in};
        if (hull(outer, text.box) != outer)
            continue;
        for (const AxisText& other : all) {
            // One that has just gone still keeps its place, so that this one fades in.
            const double room = std::clamp(gap_between(text.box, other.box) / kApart, 0.0, 1.0);
            const double free = std::max(room, std::min(1.0, -other.presence));
            text.opacity = std::min(text.opacity, moves_ ? free : std::round(free));
        }
        if (text.opacity > kLeastOpacity || text.presence <= 0)
            all.push_back(std::move(text));
    }
    std::erase_if(all, [](const AxisText& text) { return text.opacity <= kLeastOpacity; });
    return all;
}

void SpaceAxes::draw_texts(canvas::Canvas& canvas, const std::vector<AxisText>& texts) const
{
    const canvas::Group group(canvas, "ticks");
    for (const AxisText& text : texts) {
        const Color &muted = canvas.palette().muted, &halo = canvas.palette().halo;
        canvas.text(text.text,
            {.size = format_.type.small,
                .color = muted.with_alpha(muted.a * text.opacity),
                .halo = {.color = halo.with_alpha(halo.a * text.opacity),
                    .width = kHalo * format_.type.small}},
            {.at = text.middle, .x = canvas::AlignX::center, .y = canvas::AlignY::middle});
    }
}

} // namespace thalweg::panel
