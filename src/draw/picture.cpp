#include "draw/picture.hpp"

#include "draw/basin_colors.hpp"
#include "draw/heads.hpp"
#include "draw/map_panel.hpp"
#include "draw/trail.hpp"
#include "stage/heads.hpp"

namespace thalweg {

void draw_backdrop(Canvas& canvas, Typesetter& type, const Stage& stage, const Palette& palette,
    const Sidebar& sidebar, const Box& view)
{
    canvas.rectangle({{0, stage.format.width}, {0, stage.format.height}});
    canvas.fill(palette.background);
    draw_map(canvas, type, stage, palette, view);
    sidebar.draw_still(canvas);
}

void draw_action(Canvas& canvas, Typesetter& type, const Stage& stage, const Palette& palette,
    const Sidebar& sidebar, const History& history, const Box& view, double time_s)
{
    history.draw_ends(canvas, stage.experiment->step_at(time_s));
    for (std::size_t run = 0; run < stage.experiment->plan.runs.size(); ++run)
        draw_trail(canvas, stage, palette, view, run,
            head_at(*stage.experiment, stage.camera, stage.layout.map, run, time_s).step);
    draw_heads(canvas, type, stage, palette, time_s);
    sidebar.draw_read_outs(canvas, time_s);
}

void draw_page(cairo_t* cr, const Stage& stage, const Palette& palette, double time_s)
{
    Canvas canvas(cr, 1, Medium::page);
    Typesetter type;
    const Sidebar sidebar(type, stage, palette);
    const Box view = stage.camera.view(time_s);
    const History history(stage, palette, view);
    draw_backdrop(canvas, type, stage, palette, sidebar, view);
    for (std::size_t block = 0; block < history.finished(stage.experiment->step_at(time_s));
         ++block)
        history.draw_block(canvas, block);
    draw_action(canvas, type, stage, palette, sidebar, history, view, time_s);
}

namespace {

void add_basin_colors(
    std::vector<std::uint32_t>& colors, const BasinGround& basins, const Palette& palette)
{
    constexpr int shades = 12, most = 9;
    colors.insert(colors.end(), {to_hex(palette.diverged), to_hex(palette.unsettled)});
    for (int slot = 0; slot < std::min<int>(most, int(basins.scale().reached.size())); ++slot)
        for (int i = 0; i < shades; ++i)
            colors.push_back(
                to_hex(basin_color(palette, slot, static_cast<double>(i) / (shades - 1))));
}

} // namespace

std::vector<std::uint32_t> flat_colors(const Stage& stage, const Palette& palette)
{
    std::vector<std::uint32_t> colors{to_hex(palette.background), to_hex(palette.text),
        to_hex(palette.muted), to_hex(palette.rule)};
    if (stage.basins)
        add_basin_colors(colors, *stage.basins, palette);
    const int bands = static_cast<int>(stage.experiment->levels.size()) + 1;
    for (int band = 0; band < bands; ++band)
        colors.push_back(to_hex(band_color(palette, band, bands)));
    for (std::size_t run = 0;
         run < std::min(stage.experiment->plan.runs.size(), palette.accents.size()); ++run)
        colors.push_back(to_hex(palette.accents[run]));
    for (int band = 0; band < bands; ++band) // contour lines, as they look on the ground below them
        colors.push_back(to_hex(blend(band_color(palette, band, bands), palette.contour)));
    constexpr int trail_colors = 12;
    for (int i = 1; i <= trail_colors; ++i)
        colors.push_back(to_hex(trail_color(
            palette, stage.experiment->plan.trail.colors, static_cast<double>(i) / trail_colors)));
    return colors;
}

StagePtr make_stage(ExperimentPtr experiment, const Format& format, int jobs)
{
    Typesetter type;
    const TextStyle style = head_label_style(format, {});
    return std::make_shared<const Stage>(
        std::move(experiment), format,
        [&](const std::string& text) { return type.measure(text, style); }, jobs);
}

} // namespace thalweg
