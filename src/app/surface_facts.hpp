#pragma once

#include "app/reference.hpp"
#include "surface/surface.hpp"

namespace thalweg::app {

/// Formula, source, domain, start, and the critical points in the domain: those that the program
/// finds and proves, and how far that proof goes; where it proves nothing, the known ones.
std::vector<ReferencePage::Fact> surface_facts(const surface::Surface& surface);

} // namespace thalweg::app
