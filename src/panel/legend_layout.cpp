#include "panel/legend_layout.hpp"

#include "panel/numbers.hpp"
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
constexpr double kBetweenColumns = 1.8;

double text_size(const Setting& setting)
{
    return setting.format.type.name;
}

double width_of(const std::string& text, const Setting& setting)
{
    return setting.metrics.size(text, {.size = text_size(setting)}).x;
}

double loss_width(const LegendContent& content, const Setting& setting)
{
    double widest = 0;
    for (const std::string& text : content.widest_losses)
        widest = std::max(widest, width_of(text, setting));
    return widest;
}

/// From the left of a row to its name.
double indent_of(const LegendContent& content, const Setting& setting)
{
    const double size = text_size(setting);
    const double mark
        = mark_extent(content.widest_mark, 0, setting.format.type.least).width() + kMarkEdge * size;
    return std::max(kMark * size, mark) + kAfterMark * size;
}

/// The name in two lines, as narrow as its words allow; in one where it has one word.
std::vector<std::string> split_name(const std::string& name, const Setting& setting)
{
    const std::vector<std::string> words = words_of(name);
    std::vector<std::string> best{name};
    double narrowest = width_of(name, setting);
    for (std::size_t cut = 1; cut < words.size(); ++cut) {
        std::vector<std::string> lines(2);
        for (std::size_t i = 0; i < words.size(); ++i)
            lines[i < cut ? 0 : 1] += (i == 0 || i == cut ? "" : " ") + words[i];
        const double width = std::max(width_of(lines[0], setting), width_of(lines[1], setting));
        if (width < narrowest) {
            narrowest = width;
            best = lines;
        }
    }
    return best;
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

/// What a row needs.
double least_row_width(const LegendRow& row, double indent, double loss, const Setting& setting)
{
    double name = width_of(row.name, setting);
    if (setting.detail.wrap_names) {
        name = 0;
        for (const std::string& line : split_name(row.name, setting))
            name = std::max(name, width_of(line, setting));
    }
    if (!row.run)
        return indent + name;
    const double rate = setting.detail.learning_rates
        ? setting.metrics.size(row.rate, {.size = setting.format.type.small}).x
        : 0;
    return indent + std::max(name + kBeforeLoss * text_size(setting) + loss, rate);
}

/// The finite losses of a run that decide how its column is written: the least, the greatest, and
/// the smallest size that is not nearly nothing.
void add_extremes(std::vector<double>& extremes, const optimizer::Trajectory& path)
{
    for (const double loss : path.losses) {
        if (!std::isfinite(loss))
            continue;
        if (extremes.empty())
            extremes.assign(3, loss);
        extremes[0] = std::min(extremes[0], loss);
        extremes[1] = std::max(extremes[1], loss);
        const double size = std::abs(loss), least = std::abs(extremes[2]);
        if (size > 1e-12 && (size < least || least <= 1e-12))
            extremes[2] = loss;
    }
}

/// The widest forms of the losses that are seen: with powers of ten only where any may need them.
std::vector<std::string> widest_losses(
    const experiment::Experiments& experiments, std::span<const std::size_t> runs)
{
    std::vector<double> extremes;
    std::vector<std::string> widest;
    for (const std::size_t run : runs) {
        const optimizer::Trajectory& path = experiments.trajectory(run);
        if (optimizer::is_lost(path.outcome))
            widest.emplace_back(optimizer::lost_word(path.outcome));
        add_extremes(extremes, path);
    }
    if (extremes.empty()) {
        widest.emplace_back("–");
        return widest;
    }
    const std::string sign = extremes[0] < 0 ? "−" : "";
    widest.push_back(sign + "00.0000");
    for (const std::string& text : column_text(extremes)) // figures are tabular: digits alone count
        if (text.find('$') != std::string::npos)
            widest.push_back(sign + text);
    return widest;
}

/// Numbers need more room than shapes, large ones most.
Mark widest_mark(const experiment::Experiments& experiments, std::span<const std::size_t> runs)
{
    Mark widest;
    for (const std::size_t run : runs)
        if (const Mark mark = mark_of(experiments, run); mark.number > widest.number)
            widest = mark;
    return widest;
}

/// As many digits as the last step has.
std::string widest_step(const experiment::Experiments& experiments)
{
    std::size_t last = 0;
    for (const experiment::Experiment& one : experiments.all)
        for (const optimizer::Trajectory& path : one.trajectories)
            last = std::max(last, path.losses.size());
    return std::string(std::to_string(last).size(), '8');
}

} // namespace

LegendContent legend_content(
    const experiment::Experiments& experiments, std::span<const std::size_t> runs)
{
    std::vector<std::size_t> named(runs.begin(), runs.end());
    for (std::size_t run = 0; runs.empty() && run < experiments.run_count(); ++run)
        named.push_back(run);
    LegendContent content{.widest_losses = widest_losses(experiments, named),
        .widest_mark = widest_mark(experiments, named),
        .widest_step = widest_step(experiments)};
    const bool differ = shared_rate_text(experiments).empty();
    for (const experiment::Experiment& one : experiments.all) {
        const std::vector<std::string> rates = rate_texts(one);
        std::vector<LegendRow> rows;
        for (std::size_t i = 0; i < one.plan.runs.size(); ++i)
            if (std::ranges::find(named, one.first_run + i) != named.end())
                rows.push_back({.run = one.first_run + i,
                    .name = one.plan.runs[i].title,
                    .rate = differ ? rates[i] : ""});
        if (rows.empty())
            continue;
        if (experiments.all.size() > 1)
            rows.insert(rows.begin(), {.name = one.plan.name});
        content.experiments.push_back(std::move(rows));
    }
    return content;
}

LegendLayout::LegendLayout(const LegendContent& content, const Setting& setting, double width)
    : size_(text_size(setting))
    , indent_(indent_of(content, setting))
    , number_(loss_width(content, setting))
{
    const auto columns = columns_of(content, setting);
    const auto n = static_cast<double>(columns.size());
    const double gap = kBetweenColumns * size_, each = (width - (n - 1) * gap) / n;
    height_ = kLineHeight * size_;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double left = static_cast<double>(i) * (each + gap);
        columns_.push_back({left, left + each});
        place(columns[i], columns_.back(), setting);
    }
}

void LegendLayout::place(const std::vector<LegendRow>& column, Range x, const Setting& setting)
{
    const double between = (setting.detail.crowded ? kBetweenCrowdedRows : kBetweenRows) * size_;
    const double room = x.width() - indent_ - kBeforeLoss * size_ - number_;
    const double small = setting.format.type.small;
    double top = (kRule + kBelowRule) * size_;
    for (const LegendRow& row : column) {
        PlacedLegendRow placed{
            .row = row, .x = x, .lines = {row.name}, .base = top + kBase * size_};
        if (setting.detail.wrap_names && width_of(row.name, setting) > room)
            placed.lines = split_name(row.name, setting);
        top += kLineHeight * size_ * static_cast<double>(placed.lines.size());
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
    const double size = text_size(setting), loss = loss_width(content, setting);
    const double indent = indent_of(content, setting);
    double widest = 0;
    for (const auto& rows : content.experiments)
        for (const LegendRow& row : rows)
            widest = std::max(widest, least_row_width(row, indent, loss, setting));
    std::string header = "step " + content.widest_step;
    if (!setting.format.is_page)
        header += " · ×" + content.widest_step; // no frame skips more steps than there are
    const double head
        = width_of(header, setting) + 2 * kBeforeLoss * size + width_of("loss", setting);
    const auto n = static_cast<double>(columns_of(content, setting).size());
    return n * std::max(widest, head) + (n - 1) * kBetweenColumns * size
        + 0.5; // so that rounding to device pixels breaks nothing
}

} // namespace thalweg::panel
