#include "app/reference.hpp"

#include "app/surface_facts.hpp"
#include "canvas/math/characters.hpp"
#include "canvas/math/commands.hpp"
#include "contour/levels.hpp"
#include "optimizer/catalogue.hpp"
#include "optimizer/gradient.hpp"
#include "output/kinds.hpp"
#include "output/pages.hpp"
#include "panel/kinds.hpp"
#include "scene/style.hpp"
#include "surface/catalogue.hpp"
#include "surface/formula/names.hpp"

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

Facts facts_of(const surface::SurfacePtr& surface)
{
    constexpr std::ptrdiff_t kListed = 9;
    return surface ? surface_facts(*surface, surface->facts().domain, kListed)
                   : Facts{}; // null: not made from defaults alone
}

Facts facts_of(const optimizer::OptimizerSpec& spec)
{
    std::string rate(spec.facts.critical_rate);
    if (rate.find("C") != std::string::npos)
        rate += "; C: the largest eigenvalue of the Hessian where it comes to rest";
    return {{"formula", std::string(spec.facts.formula)}, {"critical rate", rate},
        {"source", std::string(spec.facts.source)}};
}

Facts facts_of(const optimizer::ScheduleSpec& schedule)
{
    return {{"formula", std::string(schedule.formula)}, {"source", std::string(schedule.source)}};
}

Facts facts_of(const output::PageSize& page)
{
    return {{"width", fmt::format("{:.5g} pt", page.width_pt)}};
}

template <class Product, class... Context>
ReferencePage page_of(const Kind<Product, Context...>& kind)
{
    ReferencePage page{.name = std::string(kind.name),
        .summary = std::string(kind.summary),
        .facts = {},
        .options = {}};
    Options options = Options::recording(page.options);
    page.facts = facts_of(kind.make(options, Context{}...));
    std::erase_if(page.facts, [](const auto& fact) { return fact.value.empty(); });
    return page;
}

template <class Product, class... Context>
ReferenceTable table(std::string_view name, std::string_view singular,
    std::span<const Kind<Product, Context...>> kinds)
{
    ReferenceTable result{.name = name, .singular = singular, .rows = {}};
    for (const auto& kind : kinds)
        result.rows.push_back(
            {std::string(kind.name), std::string(kind.summary), [&kind] { return page_of(kind); }});
    return result;
}

ReferenceTable::Row word(std::string_view name, const std::string& summary)
{
    const ReferencePage page{
        .name = std::string(name), .summary = summary, .facts = {}, .options = {}};
    return {page.name, summary, [page] { return page; }};
}

/// What formulas may name, with where it is defined.
ReferenceTable formula_table()
{
    ReferenceTable result{
        .name = "functions", .singular = "function", .rows = {}, .has_options = false};
    for (const surface::FormulaFunction& function : surface::formula_functions())
        result.rows.push_back(
            word(function.name, fmt::format("{}; defined {}", function.meaning, function.defined)));
    for (const surface::FormulaConstant& constant : surface::formula_constants())
        result.rows.push_back(
            word(constant.name, fmt::format("{}, {:.15g}", constant.meaning, constant.value)));
    return result;
}

/// What formulas in texts may hold.
ReferenceTable mathematics_table()
{
    ReferenceTable result{.name = "mathematics",
        .singular = "command",
        .rows = {},
        .has_options = false,
        .about
        = "Titles, labels and text panels set what stands between two dollars, such as "
          "`$x_i^2$`, in LaTeX's notation; `\\$` is a dollar. `^` raises, `_` lowers, `'` is a "
          "prime, braces hold parts together. Unicode's own characters, such as ∇, β, × "
          "and ², work as well."};
    for (const canvas::MathCommand& command : canvas::math_commands())
        result.rows.push_back(word(fmt::format("\\{}", command.name),
            command.meaning.empty() ? canvas::utf8(command.symbol) : std::string(command.meaning)));
    return result;
}

} // namespace

std::vector<ReferenceTable> reference_tables()
{
    return {table("surfaces", "surface", surface::surface_kinds()), formula_table(),
        mathematics_table(), table("optimizers", "optimizer", optimizer::optimizer_kinds()),
        table("schedules", "schedule", optimizer::schedule_kinds()),
        table("gradients", "gradient", optimizer::gradient_kinds()),
        table("panels", "panel", panel::panel_kinds()),
        table("outputs", "output", output::output_kinds()),
        table("pages", "page", output::page_kinds()),
        table("levels", "level rule", contour::level_kinds()),
        table("themes", "theme", scene::theme_kinds())};
}

} // namespace thalweg::app
