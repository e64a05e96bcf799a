#pragma once

#include <filesystem>
#include <functional>
#include <string>

typedef struct _cairo cairo_t;

namespace thalweg {
namespace film {
}
using namespace film;
} // namespace thalweg
namespace thalweg::film {

/// Points of 1/72 inch.
struct PageSize {
    double width_pt = 960, height_pt = 540;
};

/// What a page says about itself.
struct PageMeta {
    std::string title{};
    std::string description{};
};

/// Draws a page in points, y down.
using DrawPage = std::function<void(cairo_t*)>;

/// Writes a vector page. The same drawing gives the same bytes, whenever and after whatever it is
/// drawn.
///
/// Throws  OutputError where Cairo or the disk refuses; what `draw` throws. No file is left behind
/// then.
void write_pdf(
    const std::filesystem::path& file, PageSize size, const PageMeta& meta, const DrawPage& draw);
void write_svg(
    const std::filesystem::path& file, PageSize size, const PageMeta& meta, const DrawPage& draw);

} // namespace thalweg::film
