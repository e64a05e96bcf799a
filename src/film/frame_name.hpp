#pragma once

#include <string>
#include <string_view>

namespace thalweg::film {

/// Whether a file name holds a frame's number: exactly one `%`, as `%d` or `%0Nd` with N from 1
/// to 9.
bool is_frame_pattern(std::string_view name);

/// The pattern with its `%0Nd` replaced by `k` in at least N digits.
std::string frame_name(std::string_view pattern, int k);

} // namespace thalweg::film
