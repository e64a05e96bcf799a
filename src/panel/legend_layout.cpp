#include "panel/legend_layout.hpp"

#include "panel/fitted_names.hpp"
#include "panel/wording.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

// In sizes of the text.
constexpr double kBase = 1.08, kLineHeight = 1.38; // of a line: its base, and where it ends
constexpr double kRule = 1.58, kBelowRule = 0.42; // of the header
constexpr double kBetweenRows = 0.34, kBetweenCrowdedRows = 0.14;
constexpr double kMark = 1, kAfterMark = 0.5; // room for a marker, and from there to the name
constexpr double kMarkEdge = 0.27; // of both sides of the widest marker
constexpr double kBeforeLoss = 0.8; // least space between a name and its loss
constexpr double kLeastName = 7.5; // room for a name that is shortened
constexpr double kBetweenColumns = 1.8;

double text_size(const Setting& setting)
{
    return setting.format.type.name;
}

double width_of(const std::string& text, const Setting& setting)
{
    return setting.metrics.size(text, {.size = text_size(setting)}).x;
}

/// Of a loss and the space before it; nothing where there are none.
double loss_room(const LegendContent& content, const Setting& setting)
{
    if (!setting.detail.losses)
        return 0;
    double widest = 0;
    for (const std::string& text : content.widest_losses)
        widest = std::max(widest, width_of(text, setting));
    return widest + kBeforeLoss * text_size(setting);
}

/// From the left of a row to its name.
double indent_of(const LegendContent& content, const Setting& setting)
{
    const double size = text_size(setting);
    const double mark
        = mark_extent(content.widest_mark, 0, setting.format.type.least).width() + kMarkEdge * size;
    return std::max(kMark * size, mark) + kAfterMark * size;
}

/// The rows of each column: whole experiments where there are several, else runs column by column.
std::vector<std::vector<LegendRow>> columns_of(const LegendContent& content, const Setting& setting)
{
    const bool is_one = content.experiments.size() == 1;
    const std::size_t items
        = is_one ? content.experiments.front().size() : content.experiments.size();
    const auto wanted = static_cast<std::size_t>(std::max(setting.detail.legend_columns, 1));
    const std::size_t count = std::clamp<std::size_t>(items, 1, wanted);
    const std::size_t each = (items + count - 1) / count;
    std::vector<std::vector<LegendRow>> columns(each == 0 ? 1 : (items + each - 1) / each);
    for (std::size_t i = 0; i < items; ++i) {
        std::vector<LegendRow>& column = columns[i / each];
        if (is_one)
            column.push_back(content.experiments.front()[i]);
        else
            std::ranges::copy(content.experiments[i], std::back_inserter(column));
    }
    return columns;
}

NameRoom room_of(double width, const Setting& setting)
{
    return {.width = width,
        .size = text_size(setting),
        .lines = setting.detail.wrap_names ? 2U : 1U,
        .metrics = setting.metrics};
}

/// What a row needs.
double least_row_width(const LegendRow& row, double indent, double loss, const Setting& setting)
{
    double name = width_of(row.name, setting);
    if (setting.detail.wrap_names) {
        name = 0;
        for (const std::string& line : narrowest_lines(row.name, room_of(0, setting)))
            name = std::max(name, width_of(line, setting));
    }
    if (setting.detail.shorten_names)
        name = std::min(name, kLeastName * text_size(setting));
    if (!row.run)
        return indent + name;
    const double rate = setting.detail.learning_rates
        ? setting.metrics.size(row.rate, {.size = setting.format.type.small}).x
        : 0;
    return indent + std::max(name + loss, rate);
}

/// By how much the highest line, one with a fraction say, is higher than plain text.
double higher_than_text(const std::vector<std::string>& lines, const Setting& setting)
{
    const canvas::TextStyle style{.size = text_size(setting)};
    double height = setting.metrics.size("x", style).y;
    const double plain = height;
    for (const std::string& line : lines)
        height = std::max(height, setting.metrics.size(line, style).y);
    return height - plain;
}

} // namespace

LegendLayout::LegendLayout(const LegendContent& content, const Setting& setting, double width)
    : size_(text_size(setting))
    , indent_(indent_of(content, setting))
{
    const auto columns = columns_of(content, setting);
    const auto n = static_cast<double>(columns.size());
    const double gap = kBetweenColumns * size_, each = (width - (n - 1) * gap) / n;
    height_ = kLineHeight * size_;
    std::vector<std::string> runs, headings; // these have no loss at their right
    for (const auto& column : columns)
        for (const LegendRow& row : column)
            (row.run ? runs : headings).push_back(row.name);
    const double room = each - indent_;
    names_ = fitted_names(runs, room_of(room - loss_room(content, setting), setting));
    headings_ = fitted_names(headings, room_of(room, setting));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double left = static_cast<double>(i) * (each + gap);
        columns_.push_back({left, left + each});
        place(columns[i], columns_.back(), setting);
    }
}

void LegendLayout::place(const std::vector<LegendRow>& column, Range x, const Setting& setting)
{
    const double between = (setting.detail.crowded ? kBetweenCrowdedRows : kBetweenRows) * size_;
    const double small = setting.format.type.small;
    double top = (kRule + kBelowRule) * size_;
    for (const LegendRow& row : column) {
        PlacedLegendRow placed{.row = row, .x = x, .lines = next_name(row)};
        const double higher = higher_than_text(placed.lines, setting);
        placed.pitch = line_height() + higher;
        placed.base = top + kBase * size_ + 0.5 * higher;
        top += placed.pitch * static_cast<double>(placed.lines.size());
        if (setting.detail.learning_rates && !row.rate.empty()) {
            placed.rate_base = top + kBase * small;
            top += kLineHeight * small;
        } else {
            placed.row.rate.clear();
        }
        rows_.push_back(std::move(placed));
        height_ = std::max(height_, top);
        top += between;
    }
}

const std::vector<std::string>& LegendLayout::next_name(const LegendRow& row) const
{
    const auto runs = static_cast<std::size_t>(std::ranges::count_if(
        rows_, [](const auto& placed) { return placed.row.run.has_value(); }));
    return row.run ? names_[runs] : headings_[rows_.size() - runs];
}

double LegendLayout::line_height() const
{
    return kLineHeight * size_;
}

double LegendLayout::header_base() const
{
    return kBase * size_;
}

double LegendLayout::rule() const
{
    return kRule * size_;
}

double LegendLayout::mark_gap() const
{
    return kAfterMark * size_;
}

double LegendLayout::least_width(const LegendContent& content, const Setting& setting)
{
    const double size = text_size(setting), loss = loss_room(content, setting);
    const double indent = indent_of(content, setting);
    double widest = 0;
    for (const auto& rows : content.experiments)
        for (const LegendRow& row : rows)
            widest = std::max(widest, least_row_width(row, indent, loss, setting));
    std::string header = "step " + content.widest_step;
    if (!setting.format.is_page)
        header += " · ×" + content.widest_step; // no frame skips more steps than there are
    double head = width_of(header, setting);
    if (setting.detail.losses)
        head += 2 * kBeforeLoss * size + width_of("loss", setting);
    const auto n = static_cast<double>(columns_of(content, setting).size());
    return n * std::max(widest, head) + (n - 1) * kBetweenColumns * size
        + 0.5; // so that rounding to device pixels breaks nothing
}

} // namespace thalweg::panel
