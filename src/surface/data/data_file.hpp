#pragma once

#include "core/error.hpp"
#include "core/options.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace thalweg::surface {

/// What is wrong with the content of a data file, such as "line 3: 4 numbers, but line 1 has 5".
struct DataError : Error {
    explicit DataError(const std::string& message)
        : Error(Exit::scene, message)
    {
    }
};

/// The beginning of a text from a file, fit for a message: one line without control characters.
std::string excerpt(std::string_view text);

inline constexpr std::uintmax_t kLargestDataFile = 256u << 20; ///< bytes

/// Reads the file that the option `file` names and hands its path and bytes to `use`.
///
/// Paths are relative to the scene's file and stay below its folder. Anything that is wrong,
/// DataError from `use` included, becomes a problem at the option's value.
void use_data_file(Options& options, std::string_view meaning,
    const std::function<void(const std::filesystem::path&, std::string_view bytes)>& use);

} // namespace thalweg::surface
