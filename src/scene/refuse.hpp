#pragma once

#include "core/problems.hpp"

#include <string>
#include <vector>

namespace thalweg::scene {

/// Throws SceneError for one problem that leaves nothing more to read.
[[noreturn]] inline void refuse(const Location& where, const std::string& message)
{
    std::vector<Problem> one(1);
    one.front() = {where, message};
    throw SceneError(std::move(one));
}

} // namespace thalweg::scene
