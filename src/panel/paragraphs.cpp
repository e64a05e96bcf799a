#include "panel/paragraphs.hpp"

#include "panel/wording.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

constexpr double kTitleLines = 2, kSmallerTitle = 0.92;

class PlacedParagraphs final : public PlacedPanel {
public:
    PlacedParagraphs(Paragraphs paragraphs, std::string group, const Placement& placement)
        : paragraphs_(std::move(paragraphs))
        , group_(std::move(group))
        , box_(placement.inner)
        , format_(placement.setting.format)
    {
    }

    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment&) const override
    {
        const canvas::Group group(canvas, group_);
        paragraphs_.draw(canvas, box_, format_);
    }

private:
    Paragraphs paragraphs_;
    std::string group_;
    Box box_;
    canvas::Format format_;
};

double longest_word(
    const std::string& text, const canvas::TextStyle& style, canvas::TextMetrics& metrics)
{
    double widest = 0;
    for (const std::string& word : words_of(text))
        widest = std::max(widest, metrics.size(word, style).x);
    return widest;
}

/// The largest type, from that of titles down to that of names, in which a title takes two lines.
canvas::TextStyle title_style(const std::string& text, double width, const canvas::TypeScale& type,
    canvas::TextMetrics& metrics)
{
    canvas::TextStyle style{
        .size = type.title, .weight = canvas::Weight::bold, .wrap = width, .even_lines = true};
    const auto fits = [&] {
        return metrics.size(text, style).y < (kTitleLines + 0.5) * metrics.size("0", style).y
            && longest_word(text, {.size = style.size, .weight = style.weight}, metrics) <= width;
    };
    while (style.size > type.name && !fits())
        style.size = std::max(type.name, kSmallerTitle * style.size);
    return style;
}

canvas::TextStyle style_in(
    double width, const Paragraph& one, const canvas::Format& format, canvas::TextMetrics& metrics)
{
    const canvas::TypeScale& type = format.type;
    if (one.role == Paragraph::Role::title)
        return title_style(one.text, width, type, metrics);
    return {.size = one.role == Paragraph::Role::body ? type.name : type.small, .wrap = width};
}

} // namespace

double Paragraphs::height(double width, const Setting& setting) const
{
    double height = 0;
    for (const Paragraph& one : list_) {
        const canvas::TextStyle set = style_in(width, one, setting.format, setting.metrics);
        height += one.gap * set.size + setting.metrics.size(one.text, set).y;
    }
    return height;
}

double Paragraphs::least_width(const Setting& setting) const
{
    double widest = 0;
    for (const Paragraph& one : list_) {
        if (one.role == Paragraph::Role::muted || one.text.find('$') != std::string::npos)
            continue; // formulas may break anywhere
        const bool is_title = one.role == Paragraph::Role::title;
        widest = std::max(widest,
            longest_word(one.text,
                {.size = setting.format.type.name,
                    .weight = is_title ? canvas::Weight::bold : canvas::Weight::regular},
                setting.metrics));
    }
    return widest + 1;
}

double Paragraphs::natural_width(const Setting& setting) const
{
    double widest = 0;
    for (const Paragraph& one : list_)
        widest = std::max(widest,
            setting.metrics.size(one.text, style_in(0, one, setting.format, setting.metrics)).x);
    return widest + 1;
}

void Paragraphs::draw(canvas::Canvas& canvas, const Box& box, const canvas::Format& format) const
{
    double top = box.y.lo;
    for (const Paragraph& one : list_) {
        canvas::TextStyle set = style_in(box.width(), one, format, canvas.metrics());
        set.color
            = one.role == Paragraph::Role::muted ? canvas.palette().muted : canvas.palette().text;
        top += one.gap * set.size;
        canvas.text(one.text, set,
            {.at = {box.x.lo, top}, .x = canvas::AlignX::left, .y = canvas::AlignY::top});
        top += canvas.metrics().size(one.text, set).y;
    }
}

std::unique_ptr<const PlacedPanel> place_paragraphs(
    Paragraphs paragraphs, const std::string& group, const Placement& placement)
{
    return std::make_unique<PlacedParagraphs>(std::move(paragraphs), group, placement);
}

} // namespace thalweg::panel
