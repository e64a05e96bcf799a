#include "scene/parts.hpp"
#include "scene/resolution.hpp"

#include "surface/catalogue.hpp"

#include <fmt/format.h>

namespace thalweg::scene {

namespace {

void read_domain(Options& options, Box& domain)
{
    const Node* node = mapping_of(options, "domain", "the part of the plane that is shown");
    if (!node)
        return;
    Options ranges(*node, options.problems());
    domain.x = ranges.range("x", "from left to right").value_or(domain.x);
    domain.y = ranges.range("y", "from bottom to top").value_or(domain.y);
    ranges.finish();
}

/// Also of a surface's own domain, which may come from a file.
void check_domain(Options& options, const Box& domain)
{
    const std::string key = options.has("domain") ? "domain" : "surface";
    for (const auto& [axis, range] : {std::pair("x", domain.x), {"y", domain.y}})
        if (const std::string fault = resolution_fault(range); !fault.empty())
            options.refuse(key, fmt::format("the domain's {} {}", axis, fault));
}

} // namespace

void read_ground(Options& options, experiment::ExperimentPlan& plan)
{
    const Node* node = options.any("surface", "a surface", "", "the function that is descended");
    if (node) {
        const Node* kind = node->type == Node::Type::mapping ? node->find("kind") : node;
        plan.surface_kind = kind ? kind->text : "";
        plan.surface = make_kind(*node, "surface", surface::surface_kinds(), options.problems())
                           .value_or(nullptr);
    } else {
        options.refuse("surface",
            plan.name.empty() ? "a scene needs a surface, such as: \"surface: rosenbrock\""
                              : "an experiment needs a surface, such as: \"surface: rosenbrock\"");
    }
    if (plan.surface)
        plan.domain = plan.surface->facts().domain;
    read_domain(options, plan.domain);
    if (plan.surface)
        check_domain(options, plan.domain);
}

} // namespace thalweg::scene
