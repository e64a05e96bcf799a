#include "app/reference.hpp"

#include "app/option_text.hpp"
#include "contour/levels.hpp"
#include "film/outputs.hpp"
#include "film/pages.hpp"
#include "optimizer/catalogue.hpp"
#include "optimizer/gradient.hpp"
#include "scene/panels.hpp"
#include "scene/style.hpp"
#include "surface/catalogue.hpp"

#include <fmt/format.h>

namespace thalweg {

namespace {

std::string point_text(Vec2 p)
{
    return fmt::format("({:.8g}, {:.8g})", p.x, p.y);
}

std::string line(std::string_view name, std::string_view value)
{
    return value.empty() ? "" : fmt::format("  {:<10} {}\n", name, value);
}

std::string_view word(CriticalKind kind)
{
    switch (kind) {
    case CriticalKind::minimum:
        return "minimum";
    case CriticalKind::maximum:
        return "maximum";
    case CriticalKind::saddle:
        return "saddle";
    case CriticalKind::degenerate:
        return "degenerate";
    }
    return "";
}

std::string facts_text(const SurfacePtr& surface)
{
    if (!surface) // a kind that cannot be made from defaults alone
        return "";
    const SurfaceFacts& facts = surface->facts();
    const Box& d = facts.domain;
    std::string text = line("formula", facts.formula) + line("source", facts.source)
        + line("domain", fmt::format("x [{}, {}], y [{}, {}]", d.x.lo, d.x.hi, d.y.lo, d.y.hi))
        + line("start", point_text(facts.start));
    for (const Vec2 p : facts.minima)
        text += line(
            "minimum", fmt::format("{}, global, f = {:.6g}", point_text(p), surface->value(p)));
    for (const CriticalPoint& point : facts.critical_points)
        text += line(
            word(point.kind), fmt::format("{}, f = {:.6g}", point_text(point.at), point.value));
    return text;
}

std::string facts_text(const OptimizerSpec& spec)
{
    return line("formula", spec.facts.formula) + line("source", spec.facts.source);
}

std::string facts_text(const PageSize& page)
{
    return line("size", fmt::format("{:.5g} x {:.5g} pt", page.width_pt, page.height_pt));
}

/// For kinds of which nothing more is known.
template <class Product>
std::string facts_text(const Product&)
{
    return "";
}

template <class Product>
std::string page(const Kind<Product>& kind)
{
    std::vector<OptionInfo> infos;
    Options options = Options::recording(infos);
    const Product usual = kind.make(options);
    return fmt::format(
        "{}: {}\n{}{}", kind.name, kind.summary, facts_text(usual), options_text(infos));
}

template <class Product>
ReferenceTable table(
    std::string_view name, std::string_view singular, std::span<const Kind<Product>> kinds)
{
    ReferenceTable result{.name = name, .singular = singular, .rows = {}};
    for (const Kind<Product>& kind : kinds)
        result.rows.push_back(
            {std::string(kind.name), std::string(kind.summary), [&kind] { return page(kind); }});
    return result;
}

} // namespace

std::vector<ReferenceTable> reference_tables()
{
    return {table("surfaces", "surface", surface_kinds()),
        table("optimizers", "optimizer", optimizer_kinds()),
        table("schedules", "schedule", schedule_kinds()),
        table("gradients", "gradient", gradient_kinds()), table("panels", "panel", panel_kinds()),
        table("outputs", "output", output_kinds()), table("pages", "page", page_kinds()),
        table("levels", "level rule", level_kinds()), table("themes", "theme", theme_kinds())};
}

} // namespace thalweg
