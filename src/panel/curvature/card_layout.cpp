#include "panel/curvature/card_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg::panel {

namespace {

// In sizes of small text.
constexpr double kLine = 1.5; // from one base line to the next
constexpr double kGap = 1.2; // beside the picture
constexpr double kColumnGap = 1.8; // between columns of numbers
constexpr double kLabelGap = 0.9; // between a label and its number
constexpr double kMark = 1.35; // from the left to the name
constexpr double kBetween = 1.1; // cards
constexpr double kMostName = 12, kMostBriefName = 6; // longer names are shortened
constexpr double kBeforeVerdict = 1.9, kBeforeBriefVerdict = 1.1; // from the name
constexpr double kSpread = 1.5; // the most width, in the least one
constexpr std::size_t kCellRows = kCurvatureRows + 1; // and which of the rates is larger

constexpr std::array kAllRows{CurvatureRow::high, CurvatureRow::low, CurvatureRow::condition,
    CurvatureRow::learning_rate, CurvatureRow::critical};
constexpr std::array kBriefRows{CurvatureRow::condition};

/// How cards look.
struct CardForm {
    std::size_t columns; ///< of numbers
    std::size_t picture_lines; ///< the side of the picture
};
constexpr CardForm kBrief{.columns = 1, .picture_lines = 0};
constexpr CardForm kSmall{.columns = 1, .picture_lines = 4};

CardForm widest_form(std::size_t cards, bool is_whole)
{
    if (!is_whole)
        return kBrief;
    return cards > 1 ? CardForm{.columns = 2, .picture_lines = 4}
                     : CardForm{.columns = 1, .picture_lines = 1 + kCellRows};
}

/// The width of a column with these rows.
double column_width(const std::vector<CardText>& cards, std::span<const CurvatureRow> rows,
    double gap, const auto& width)
{
    double label = 0, number = 0;
    for (const CurvatureRow row : rows) {
        label = std::max(label, width(label_of(row)));
        for (const CardText& card : cards)
            for (const std::string& text : card.numbers->widest(row))
                number = std::max(number, width(text));
    }
    return std::max(label + gap + number, width("▼ below critical"));
}

} // namespace

CardLayout::CardLayout(const std::vector<CardText>& cards, const Setting& setting, double room)
    : count_(cards.size())
    , rows_(setting.detail.whole_cards ? std::span<const CurvatureRow>(kAllRows) : kBriefRows)
    , line_(kLine * setting.format.type.small)
    , gap_(setting.detail.whole_cards ? kGap * setting.format.type.small : 0)
    , column_gap_(kColumnGap * setting.format.type.small)
    , mark_room_(kMark * setting.format.type.small)
    , between_(kBetween * setting.format.type.small)
    , width_(room)
{
    const double size = setting.format.type.small;
    const auto width = [&](const std::string& text) {
        return setting.metrics.size(text, {.size = size, .weight = canvas::Weight::bold}).x;
    };
    for (const char* verdict : {"saddle", "valley", "undefined", "diverged"})
        verdict_width_ = std::max(verdict_width_, width(verdict));
    const double column = column_width(cards, rows_, kLabelGap * size, width);
    const bool is_whole = setting.detail.whole_cards;
    double name = 0;
    for (const CardText& card : cards)
        name = std::max(
            name, std::min(width(card.name), (is_whole ? kMostName : kMostBriefName) * size));
    const double heading = mark_room_ + name + verdict_width_
        + (is_whole ? kBeforeVerdict : kBeforeBriefVerdict) * size;
    const auto width_of = [&](const CardForm& form) {
        const auto n = static_cast<double>(form.columns);
        return static_cast<double>(form.picture_lines) * line_ + gap_
            + std::max(n * column + (n - 1) * column_gap_, heading);
    };
    const CardForm widest = widest_form(count_, is_whole);
    const CardForm narrowest = is_whole ? kSmall : kBrief;
    const double best_width = width_of(widest);
    const CardForm form = room >= best_width ? widest : narrowest;
    columns_ = form.columns;
    picture_ = static_cast<double>(form.picture_lines) * line_;
    card_width_ = width_of(form);
    least_width_ = width_of(narrowest);
    most_width_ = kSpread * best_width + (count_ > 1 ? best_width + 2 * between_ : 0);
}

std::size_t CardLayout::rows_of_column() const
{
    return (rows_.size() + columns_) / columns_; // and a cell more, which tells the larger rate
}

double CardLayout::card_height() const
{
    return line_ * static_cast<double>(1 + rows_of_column());
}

std::size_t CardLayout::in_row() const
{
    const double fit = std::floor((width_ + 2 * between_) / (card_width_ + 2 * between_));
    return std::clamp<std::size_t>(static_cast<std::size_t>(std::max(fit, 1.0)), 1, count_);
}

double CardLayout::height() const
{
    const auto rows = static_cast<double>((count_ + in_row() - 1) / in_row());
    return rows * card_height() + (rows - 1) * between_;
}

Box CardLayout::card(std::size_t index) const
{
    const std::size_t across = in_row();
    const double gap = 2 * between_;
    const auto n = static_cast<double>(across);
    const double each = std::min((width_ - (n - 1) * gap) / n, kSpread * card_width_);
    const double left = static_cast<double>(index % across) * (each + gap);
    const double top = static_cast<double>(index / across) * (card_height() + between_);
    return {{left, left + each}, {top, top + card_height()}};
}

} // namespace thalweg::panel
