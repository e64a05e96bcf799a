#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg::fuzz {

/// A reader of files that must end in a value or in one of our errors, whatever the bytes.
struct Target {
    std::string_view name;
    /// Throws what is a finding: anything but thalweg::Error
    void (*run)(std::string_view bytes);
    std::vector<std::filesystem::path> folders; ///< of good and bad examples
};

std::span<const Target> targets();

/// Throws std::out_of_range where there is none of this name.
const Target& target(std::string_view name);

/// The examples of a target, in the order of their names.
std::vector<std::string> corpus(const Target& target);

} // namespace thalweg::fuzz
