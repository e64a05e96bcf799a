#include "scene/parts.hpp"

#include "surface/catalogue.hpp"

namespace thalweg::scene {

namespace {

void read_domain(Options& scene, Box& domain)
{
    const Node* node = mapping_of(scene, "domain", "the part of the plane that is shown");
    if (!node)
        return;
    Options options(*node, scene.problems());
    domain.x = options.range("x", "from left to right").value_or(domain.x);
    domain.y = options.range("y", "from bottom to top").value_or(domain.y);
    options.finish();
}

} // namespace

void read_ground(Options& scene, Plan& plan)
{
    if (const Node* node = scene.any("surface", "a surface", "", "the function that is descended"))
        plan.surface
            = make_kind(*node, "surface", surface_kinds(), scene.problems()).value_or(nullptr);
    else
        scene.refuse("surface", "a scene needs a surface, such as: \"surface: rosenbrock\"");
    if (plan.surface)
        plan.domain = plan.surface->facts().domain;
    read_domain(scene, plan.domain);
}

} // namespace thalweg::scene
