#include "figure/figure.hpp"

#include <algorithm>

namespace thalweg::figure {

Figure::Figure(panel::Context context, const canvas::Format& format, std::vector<PlacedItem> items,
    std::vector<std::string> left_out)
    : context_(std::move(context))
    , format_(format)
    , items_(std::move(items))
    , left_out_(std::move(left_out))
{
}

void Figure::draw_backdrop(
    canvas::Canvas& canvas, const PlacedItem& item, const experiment::Moment& moment) const
{
    item.heading.draw(canvas, format_, {item.outer.x.lo, item.outer.y.lo}, item.outer.width());
    item.panel->draw_backdrop(canvas, moment);
}

void Figure::draw(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    canvas.fill(canvas::Path::rectangle({{0, format_.width}, {0, format_.height}}),
        canvas.palette().background);
    for (const PlacedItem& item : items_) {
        const canvas::Group group(canvas, canvas::group_id("panel", item.name));
        draw_backdrop(canvas, item, moment);
        const std::size_t settled = item.panel->settled(moment);
        for (std::size_t block = 0; block < settled; ++block)
            item.panel->draw_settled(canvas, moment, block);
        item.panel->draw_action(canvas, moment);
    }
}

std::vector<std::uint32_t> Figure::flat_colors(const canvas::Palette& palette) const
{
    std::vector<std::uint32_t> colors{to_hex(palette.background), to_hex(palette.text),
        to_hex(palette.muted), to_hex(palette.rule)};
    for (const PlacedItem& item : items_)
        for (const Color& color : item.panel->flat_colors(palette))
            if (std::ranges::find(colors, to_hex(color)) == colors.end())
                colors.push_back(to_hex(color));
    return colors;
}

} // namespace thalweg::figure
