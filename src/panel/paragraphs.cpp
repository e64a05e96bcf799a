#include "panel/paragraphs.hpp"

#include <algorithm>
#include <sstream>

namespace thalweg::panel {

namespace {

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

} // namespace

canvas::TextStyle Paragraphs::style(const Paragraph& one, const canvas::Format& format) const
{
    const canvas::TypeScale& type = format.type;
    switch (one.role) {
    case Paragraph::Role::title:
        return {.size = title_size_ > 0 ? title_size_ : type.title,
            .weight = canvas::Weight::bold,
            .even_lines = true};
    case Paragraph::Role::body:
        return {.size = type.name};
    case Paragraph::Role::muted:
        break;
    }
    return {.size = type.small};
}

double Paragraphs::height(double width, const Setting& setting) const
{
    double height = 0;
    for (const Paragraph& one : list_) {
        canvas::TextStyle set = style(one, setting.format);
        set.wrap = width;
        height += one.gap * set.size + setting.metrics.size(one.text, set).y;
    }
    return height;
}

double Paragraphs::least_width(const Setting& setting) const
{
    double widest = 0;
    for (const Paragraph& one : list_) {
        const canvas::TextStyle set = style(one, setting.format);
        if (one.role == Paragraph::Role::muted || one.text.find('$') != std::string::npos)
            continue; // formulas may break anywhere
        std::istringstream words(one.text);
        for (std::string word; words >> word;)
            widest = std::max(widest, setting.metrics.size(word, set).x);
    }
    return widest + 1;
}

void Paragraphs::draw(canvas::Canvas& canvas, const Box& box, const canvas::Format& format) const
{
    double top = box.y.lo;
    for (const Paragraph& one : list_) {
        canvas::TextStyle set = style(one, format);
        set.color
            = one.role == Paragraph::Role::muted ? canvas.palette().muted : canvas.palette().text;
        set.wrap = box.width();
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
