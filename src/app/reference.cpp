#include "app/reference.hpp"

#include "app/surface_facts.hpp"
#include "contour/levels.hpp"
#include "film/outputs.hpp"
#include "film/pages.hpp"
#include "optimizer/catalogue.hpp"
#include "optimizer/gradient.hpp"
#include "scene/panels.hpp"
#include "scene/style.hpp"
#include "surface/catalogue.hpp"

#include <fmt/format.h>

namespace thalweg::app {

namespace {

using Facts = std::vector<ReferencePage::Fact>;

/// Kinds of which nothing more is known.
template <class Product>
Facts facts_of(const Product&)
{
    return {};
}

Facts facts_of(const SurfacePtr& surface)
{
    return surface ? surface_facts(*surface) : Facts{}; // null: not made from defaults alone
}

Facts facts_of(const OptimizerSpec& spec)
{
    return {
        {"formula", std::string(spec.facts.formula)}, {"source", std::string(spec.facts.source)}};
}

Facts facts_of(const PageSize& page)
{
    return {{"size", fmt::format("{:.5g} x {:.5g} pt", page.width_pt, page.height_pt)}};
}

template <class Product>
ReferencePage page_of(const Kind<Product>& kind)
{
    ReferencePage page{.name = std::string(kind.name),
        .summary = std::string(kind.summary),
        .facts = {},
        .options = {}};
    Options options = Options::recording(page.options);
    page.facts = facts_of(kind.make(options));
    std::erase_if(page.facts, [](const auto& fact) { return fact.value.empty(); });
    return page;
}

template <class Product>
ReferenceTable table(
    std::string_view name, std::string_view singular, std::span<const Kind<Product>> kinds)
{
    ReferenceTable result{.name = name, .singular = singular, .rows = {}};
    for (const Kind<Product>& kind : kinds)
        result.rows.push_back(
            {std::string(kind.name), std::string(kind.summary), [&kind] { return page_of(kind); }});
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

} // namespace thalweg::app
