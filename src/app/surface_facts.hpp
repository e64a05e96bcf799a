#pragma once

#include "app/reference.hpp"
#include "scene/scene.hpp"
#include "surface/surface.hpp"

namespace thalweg::app {

/// Formula, source, domain, start, and the critical points in the domain: those that the program
/// finds and proves, and how far that proof goes; where it proves nothing, the known ones.
///
/// most  how many of one kind are listed; more are counted
std::vector<ReferencePage::Fact> surface_facts(
    const surface::Surface& surface, const Box& domain, std::ptrdiff_t most);

/// The same of each surface of a scene, in the domain that the scene shows.
std::vector<ReferencePage> surface_pages(const scene::Scene& scene);

} // namespace thalweg::app
