#pragma once

#include <string>
#include <string_view>

namespace thalweg::surface {

/// A formula as texts hold it, between dollars: products without signs, powers raised, quotients as
/// fractions, roots and bars. As it is written where it nests too deep to be read.
///
/// text  that parse_formula takes
std::string typeset_formula(std::string_view text);

} // namespace thalweg::surface
