#pragma once

#include "scene/scene.hpp"

namespace thalweg::app {

/// Tells of what is allowed and may not be meant, and counts it.
class Warnings {
public:
    void add(const Location& where, const std::string& message);
    /// "good", or "2 warnings".
    std::string verdict() const;

private:
    int count_ = 0;
};

/// Warns of runs that diverge, jump between two points for ever, stop, leave the region where their
/// surface is defined, or start outside of their domain.
void warn_of_runs(
    const scene::Scene& scene, const experiment::Experiments& experiments, Warnings& warnings);

/// Warns of what a picture would show badly: surfaces without a value anywhere, colours of runs
/// that cannot be told from others, characters that no font has.
void warn_of_looks(
    const scene::Scene& scene, const experiment::Experiments& experiments, Warnings& warnings);

} // namespace thalweg::app
