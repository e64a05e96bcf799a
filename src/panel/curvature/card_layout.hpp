#pragma once

#include "panel/curvature/readings.hpp"
#include "panel/fitted_names.hpp"

#include <span>

namespace thalweg::panel {

/// What a card says of its run beside the numbers.
struct CardText {
    std::string name{};
    const CurvatureNumbers* numbers = nullptr;
};

/// The cards of some runs in a width, in layout units: a picture at the left, beside it the name
/// and below that the numbers. Of several runs numbers stand in two columns where there is room.
///
///     ┌───────┐ ● momentum        bowl
///     │       │ eigenvalue λ1   1001.6
///     │   ⬭   │ eigenvalue λ2    0.399
///     │       │ condition         2511
///     │       │ learning rate  0.00100
///     └───────┘ critical rate  0.00200
///               ▼ below critical
///
/// Where a picture is crowded, a card has its name, one number and which rate is larger.
class CardLayout {
public:
    CardLayout(const std::vector<CardText>& cards, const Setting& setting, double width);

    /// Of the panel, whatever its width.
    double least_width() const { return least_width_; }
    double most_width() const { return most_width_; }

    double height() const;
    /// The box of a card, from the upper left corner of all.
    Box card(std::size_t index) const;

    double picture() const { return picture_; } ///< the side of its square; 0: none
    double gap() const { return gap_; } ///< between picture and text
    double line() const { return line_; } ///< from one base line to the next
    std::span<const CurvatureRow> rows() const { return rows_; } ///< that a card tells
    std::size_t number_columns() const { return columns_; }
    std::size_t rows_of_column() const; ///< the first is filled first
    double column_gap() const { return column_gap_; }
    double mark_room() const { return mark_room_; } ///< before the name
    double verdict_width() const { return verdict_width_; }

private:
    std::size_t in_row() const;
    double card_height() const;

    std::size_t count_;
    std::span<const CurvatureRow> rows_;
    double line_, gap_, column_gap_, mark_room_, between_;
    double width_;
    std::size_t columns_ = 1; ///< of numbers
    double verdict_width_ = 0, picture_ = 0;
    double card_width_ = 0; ///< the least of a card
    double least_width_ = 0, most_width_ = 0;
};

} // namespace thalweg::panel
