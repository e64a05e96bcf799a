#pragma once

#include <string>

namespace thalweg::canvas {

/// The same PDF in fewer bytes: its small objects share compressed streams (PDF 1.5). Equal bytes
/// in, equal bytes out.
///
/// Throws  OutputError
std::string compact_pdf(const std::string& bytes);

} // namespace thalweg::canvas
