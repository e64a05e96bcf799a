#include "canvas/format.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg::canvas {

namespace {

constexpr double kMillimetre = 72 / 25.4; // in points
constexpr double kUnitsOfHd = 540; ///< across the shorter side of a film
constexpr double kWidePage = 120 * kMillimetre, kWidestPrint = 250 * kMillimetre;

/// Pixels per unit of a film with `side` pixels across its shorter side.
double film_scale(double side)
{
    if (side >= 1080)
        return side / kUnitsOfHd;
    if (side >= 360)
        return 1 + (side - 360) / 720; // text shrinks more slowly than the picture
    return std::max(side / 360, 0.82); // TypeScale::least is then 9 pixels
}

/// What publishers ask for at some widths; between them it is interpolated.
struct PrintRow {
    double width_mm;
    TypeScale type;
    double margin, gap;
};
constexpr std::array kPrint = {
    PrintRow{57, {.title = 8, .name = 6.5, .label = 6, .small = 5.5, .least = 5}, 2.5, 6},
    PrintRow{88, {.title = 9, .name = 7, .label = 6.5, .small = 6, .least = 5.5}, 3, 7},
    PrintRow{180, {.title = 10, .name = 8, .label = 7, .small = 6.5, .least = 6}, 6, 10},
};

PrintRow print_row(double width_mm)
{
    const double w = std::clamp(width_mm, kPrint.front().width_mm, kPrint.back().width_mm);
    const PrintRow& a = w < kPrint[1].width_mm ? kPrint[0] : kPrint[1];
    const PrintRow& b = w < kPrint[1].width_mm ? kPrint[1] : kPrint[2];
    const double t = (w - a.width_mm) / (b.width_mm - a.width_mm);
    return {.width_mm = w,
        .type = {.title = std::lerp(a.type.title, b.type.title, t),
            .name = std::lerp(a.type.name, b.type.name, t),
            .label = std::lerp(a.type.label, b.type.label, t),
            .small = std::lerp(a.type.small, b.type.small, t),
            .least = std::lerp(a.type.least, b.type.least, t)},
        .margin = std::lerp(a.margin, b.margin, t),
        .gap = std::lerp(a.gap, b.gap, t)};
}

/// Slides and posters: seen as a whole, like a film.
Format large_page(double width_pt, double height_pt)
{
    const double seen_height = height_pt > 0 ? height_pt : width_pt * 9 / 16;
    const double scale = std::min(width_pt, seen_height) / kUnitsOfHd;
    return {.width = width_pt / scale,
        .height = height_pt / scale,
        .scale = scale,
        .snap = 2, // as a 1080p film
        .curve_tolerance = 0.03,
        .is_page = true};
}

} // namespace

Format film_format(int width_px, int height_px)
{
    const int side = std::min(width_px, height_px);
    const double scale = film_scale(side);
    const double room = std::clamp(side / scale / 360, 1.0 / 3, 1.0); // little in small frames
    return {.width = width_px / scale,
        .height = height_px / scale,
        .scale = scale,
        .snap = scale,
        .curve_tolerance = 0.02 / scale,
        .margin = 24 * room,
        .gap = 16 * room};
}

Format page_format(double width_pt, double height_pt)
{
    if (width_pt > kWidestPrint)
        return large_page(width_pt, height_pt);
    const PrintRow row = print_row(width_pt / kMillimetre);
    return {.width = width_pt,
        .height = height_pt,
        .scale = 1,
        .snap = 4,
        .type = row.type,
        .line = 0.55,
        .margin = row.margin,
        .gap = row.gap,
        .is_page = true,
        .has_title = width_pt >= kWidePage,
        .is_narrow_page = width_pt < kWidePage};
}

} // namespace thalweg::canvas
