#pragma once

#include "panel/panel.hpp"

namespace thalweg::panel {

/// A part of a text in a style of its own.
struct Paragraph {
    enum class Role { title, body, muted };
    std::string text;
    Role role = Role::body;
    double gap = 0; ///< above it, in sizes of its text
};

/// Paragraphs one below another, each as wide as their place.
class Paragraphs {
public:
    explicit Paragraphs(std::vector<Paragraph> list)
        : list_(std::move(list))
    {
    }

    double height(double width, const Setting& setting) const;
    /// The width of the longest word of a title or body.
    double least_width(const Setting& setting) const;
    /// The width at which no line breaks but where the text says so.
    double natural_width(const Setting& setting) const;
    void draw(canvas::Canvas& canvas, const Box& box, const canvas::Format& format) const;

private:
    std::vector<Paragraph> list_;
};

/// Paragraphs as a panel that never moves.
///
/// group  names what is drawn
std::unique_ptr<const PlacedPanel> place_paragraphs(
    Paragraphs paragraphs, const std::string& group, const Placement& placement);

} // namespace thalweg::panel
