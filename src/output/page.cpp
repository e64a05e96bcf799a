#include "canvas/page.hpp"

#include "core/atomic_file.hpp"
#include "core/interrupt.hpp"
#include "output/figures.hpp"
#include "output/kinds.hpp"

#include <fmt/format.h>

namespace thalweg::output {

namespace {

/// One moment as vectors.
class Page : public Output {
public:
    Page(const FileName& file, PageSize size, When at)
        : Output(file)
        , size_(size)
        , at_(at)
    {
    }

    std::string describe() const override
    {
        const std::string width = fmt::format("{:.6g} pt wide", size_.width_pt);
        return size_.height_pt > 0
            ? fmt::format("{:.6g}x{:.6g} pt", size_.width_pt, size_.height_pt)
            : width;
    }
    std::optional<When> at() const override { return at_; }

    std::vector<std::string> check(
        const Production& production, int jobs, Problems& problems) const override
    {
        return check_figure(*this, production, format(), jobs, problems);
    }

    std::vector<std::string> notes(const Production& production, int jobs) const override
    {
        const experiment::Moment moment
            = production.timeline().moment(production.timeline().time_of(at_));
        std::vector<std::string> notes;
        const figure::FigurePtr figure = figure_for(*this, production, format(), jobs);
        for (const figure::PlacedItem& item : figure->items())
            if (const std::string note = item.panel->vector_note(moment); !note.empty())
                notes.push_back(note);
        return notes;
    }

    void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions& options) const override
    {
        const figure::FigurePtr figure = figure_for(*this, production, format(), options.jobs);
        const double time = production.timeline().time_of(options.at.value_or(at_));
        const experiment::Moment moment = production.timeline().moment(time);
        const canvas::PageSpec spec{.width = figure->format().width,
            .height = figure->format().height,
            .scale = figure->format().scale,
            .meta = production.meta()};
        check_interrupt();
        const std::string bytes = page(spec, production.palette(canvas::Theme::light),
            [&](canvas::Canvas& canvas) { figure->draw(canvas, moment); });
        AtomicFile out(target);
        out.write(bytes);
        out.commit();
    }

protected:
    virtual std::string page(const canvas::PageSpec& spec, const canvas::Palette& palette,
        const canvas::DrawPicture& draw) const = 0;

private:
    canvas::Format format() const { return format_of(size_); }

    PageSize size_;
    When at_;
};

class Pdf final : public Page {
public:
    using Page::Page;
    std::string_view kind() const override { return "pdf"; }

private:
    std::string page(const canvas::PageSpec& spec, const canvas::Palette& palette,
        const canvas::DrawPicture& draw) const override
    {
        return canvas::pdf_page(spec, palette, draw);
    }
};

class Svg final : public Page {
public:
    Svg(const FileName& file, PageSize size, When at, canvas::SvgText text)
        : Page(file, size, at)
        , text_(text)
    {
    }
    std::string_view kind() const override { return "svg"; }

private:
    std::string page(const canvas::PageSpec& spec, const canvas::Palette& palette,
        const canvas::DrawPicture& draw) const override
    {
        return canvas::svg_page(spec, palette, draw, text_);
    }

    canvas::SvgText text_;
};

} // namespace

OutputPtr make_pdf(Options& options, const ReadContext&)
{
    const FileName file = read_file_name(options);
    const PageSize size = read_page_size(options);
    return std::make_shared<Pdf>(file, size, read_when(options));
}

OutputPtr make_svg(Options& options, const ReadContext&)
{
    using canvas::SvgText;
    const FileName file = read_file_name(options);
    const PageSize size = read_page_size(options);
    const When at = read_when(options);
    const SvgText text = options.choice("text", SvgText::text,
        {{"text", SvgText::text}, {"outlines", SvgText::outlines}},
        "real text, or outlines that look the same without the fonts");
    return std::make_shared<Svg>(file, size, at, text);
}

} // namespace thalweg::output
