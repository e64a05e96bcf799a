#pragma once

#include "canvas/format.hpp"
#include "core/options.hpp"
#include "core/units.hpp"

#include <optional>
#include <string>

namespace thalweg::output {

// The options that several kinds of output share. Each adds a located problem where the value does
// not fit, and returns the default then.

struct PixelSize {
    int width = 1920, height = 1080;
};
/// Points of 1/72 inch; a height of 0 is what the picture needs.
struct PageSize {
    double width_pt = 960, height_pt = 540;
    // What a publisher takes:
    double most_height_pt = 0; ///< of a height that is what the picture needs; 0: any
    Range type_pt{0, 1000}; ///< sizes of text
    double least_line_pt = 0; ///< width of lines
    bool has_title = true; ///< where there is room for one
};
/// The format of a page, as its publisher takes it.
canvas::Format format_of(const PageSize& page);
/// Of films for pages that show pictures only.
constexpr PixelSize kAnimationSize{.width = 640, .height = 360};
constexpr int kAnimationFps = 25;
enum class Parity { any, even };
/// What is behind a picture.
enum class Background { page, transparent };

/// The file's name, its place in the scene, and that of its size.
struct FileName {
    std::string name{};
    Location where{};
    Location size_where{}; ///< as `where` where there is no size
};

FileName read_file_name(Options& options);
PixelSize read_pixel_size(Options& options, PixelSize fallback, Parity parity);
/// `size`, or `page` in its place.
PageSize read_page_size(Options& options);
int read_fps(Options& options, int fallback = 60);
Background read_background(Options& options);
When read_when(Options& options);
/// `at` of outputs that show the whole film without it.
std::optional<When> read_optional_when(Options& options);

} // namespace thalweg::output
