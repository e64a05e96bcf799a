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
constexpr double kMostName = 12; // longer names are shortened
constexpr double kSpread = 1.5; // the most width, in the least one
constexpr std::size_t kCellRows = 6; // numbers, and which of the rates is larger

/// How cards look, from the form that takes most width to the one that takes least.
struct CardForm {
    std::size_t columns; ///< of numbers
    std::size_t picture_lines; ///< the side of the picture
};
constexpr CardForm kSmall{.columns = 1, .picture_lines = 4};

CardForm best_form(std::size_t cards)
{
    return cards > 1 ? CardForm{.columns = 2, .picture_lines = 4}
                     : CardForm{.columns = 1, .picture_lines = 1 + kCellRows};
}

double widest_number(const std::vector<CardText>& cards, const auto& width)
{
    double widest = 0;
    for (const CardText& card : cards)
        for (const std::string& text : card.numbers->widest())
            widest = std::max(widest, width(text));
    return widest;
}

} // namespace

CardLayout::CardLayout(const std::vector<CardText>& cards, const Setting& setting, double room)
    : count_(cards.size())
    , line_(kLine * setting.format.type.small)
    , gap_(kGap * setting.format.type.small)
    , column_gap_(kColumnGap * setting.format.type.small)
    , mark_room_(kMark * setting.format.type.small)
    , between_(kBetween * setting.format.type.small)
    , width_(room)
{
    const double size = setting.format.type.small;
    const auto width = [&](const std::string& text) {
        return setting.metrics.size(text, {.size = size, .weight = canvas::Weight::bold}).x;
    };
    double label = 0;
    for (std::size_t row = 0; row < kCurvatureRows; ++row)
        label = std::max(label, width(label_of(static_cast<CurvatureRow>(row))));
    for (const char* verdict : {"saddle", "valley", "undefined", "diverged"})
        verdict_width_ = std::max(verdict_width_, width(verdict));
    const double column = std::max(
        label + kLabelGap * size + widest_number(cards, width), width("▼ below critical"));
    double name = 0;
    for (const CardText& card : cards)
        name = std::max(name, std::min(width(card.name), kMostName * size));
    const double heading = mark_room_ + name + (kLabelGap + 1) * size + verdict_width_;
    const auto width_of = [&](const CardForm& form) {
        const auto n = static_cast<double>(form.columns);
        return static_cast<double>(form.picture_lines) * line_ + gap_
            + std::max(n * column + (n - 1) * column_gap_, heading);
    };
    const CardForm best = best_form(count_);
    const double best_width = width_of(best);
    const CardForm form = room >= best_width ? best : kSmall;
    columns_ = form.columns;
    picture_ = static_cast<double>(form.picture_lines) * line_;
    card_width_ = width_of(form);
    least_width_ = width_of(kSmall);
    most_width_ = kSpread * best_width + (count_ > 1 ? best_width + 2 * between_ : 0);
}

double CardLayout::card_height() const
{
    return line_ * static_cast<double>(1 + (kCellRows + columns_ - 1) / columns_);
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
