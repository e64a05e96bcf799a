#pragma once

#include <string>

namespace thalweg::output {

/// Why no output may have this name below the output folder: "must stay below the output folder";
/// nothing where it may.
std::string file_name_fault(const std::string& name);

/// Whether two outputs would write to one place, or one into a folder that the other is. Patterns
/// of numbered frames stand for all of their names.
bool names_clash(const std::string& a, const std::string& b);

} // namespace thalweg::output
