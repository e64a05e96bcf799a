#pragma once

#include "core/problems.hpp"

#include <exception>
#include <string_view>

namespace thalweg::app {

/// A failure that users have been told of already; only its exit code is left.
struct Told {
    int exit_code;
};

/// Tells what went wrong.
///
/// Returns  the exit code that it leads to
int tell_failure(const std::exception_ptr& failure);

void tell_error(std::string_view message);

/// Tells what somebody may not have meant, and where they wrote it.
void tell_warning(const Location& where, std::string_view message);

/// For the last moment of an interrupted process; never blocks.
void tell_interrupted();

} // namespace thalweg::app
