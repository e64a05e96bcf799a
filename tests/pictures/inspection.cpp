#include "pictures/inspection.hpp"

#include <cmath>
#include <sstream>

#include <fmt/format.h>

namespace thalweg::test {

namespace {

using canvas::RecordedText;

/// The part of a text's box that glyphs fill: ascent and descent are generous.
Box inked(const RecordedText& text)
{
    const double d = 0.15 * std::min(text.box.height(), text.box.width());
    return grown(text.box, -d);
}

/// A map draws what moves once for each part beside its inset.
bool are_one(const RecordedText& a, const RecordedText& b)
{
    return a.text == b.text && a.box == b.box;
}

bool is_inside(const Box& outer, const Box& inner)
{
    return hull(outer, inner) == outer;
}

} // namespace

Inspection::Inspection(
    const output::Production& production, const NamedFormat& format, canvas::Theme theme)
    : production_(production)
    , format_(format)
    , palette_(canvas::palette(theme))
    , figure_(production.figure(format.format, 2))
    , picture_{{0, figure_->format().width}, {0, figure_->format().height}}
{
}

void Inspection::look_at_film(double step_s)
{
    const double duration = production_.timeline().duration_s();
    for (double t = 0; t < duration + step_s; t += step_s)
        look_at(production_.timeline().moment(std::min(t, duration)), t == 0);
}

void Inspection::look_at(const experiment::Moment& moment, bool is_first)
{
    std::vector<RecordedText> texts;
    for (std::size_t i = 0; i < figure_->items().size(); ++i) {
        const figure::PlacedItem& item = figure_->items()[i];
        if (is_first || !item.panel->view(moment).empty())
            backdrops_.resize(figure_->items().size());
        if (is_first || !item.panel->view(moment).empty())
            backdrops_[i] = drawn(item, moment, true);
        std::vector<RecordedText> moving = drawn(item, moment, false);
        check_inside(item, backdrops_[i]);
        check_inside(item, moving);
        check_contrast(item, backdrops_[i]);
        check_contrast(item, moving);
        texts.insert(texts.end(), backdrops_[i].begin(), backdrops_[i].end());
        texts.insert(texts.end(), moving.begin(), moving.end());
    }
    check_apart(texts, moment);
    check_sizes(texts);
    for (const RecordedText& text : texts)
        seen_ += text.text + "\n";
    if (seen_.size() > 200'000)
        seen_.resize(100'000);
}

std::vector<RecordedText> Inspection::drawn(
    const figure::PlacedItem& item, const experiment::Moment& moment, bool backdrop)
{
    canvas::Recorder recorder(palette_, type_, picture_, format_.format.is_page);
    if (backdrop)
        figure_->draw_backdrop(recorder, item, moment);
    else
        item.panel->draw_action(recorder, moment);
    return recorder.texts();
}

void Inspection::check_inside(
    const figure::PlacedItem& item, const std::vector<RecordedText>& texts)
{
    for (const RecordedText& text : texts)
        if (!is_inside(grown(item.outer, 0.6), inked(text)) || !is_inside(picture_, inked(text)))
            findings_.add(fmt::format("\"{}\" leaves {}", text.text, item.name));
}

void Inspection::check_apart(
    const std::vector<RecordedText>& texts, const experiment::Moment& moment)
{
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = i + 1; j < texts.size(); ++j)
            if (overlap(inked(texts[i]), inked(texts[j])) && !are_one(texts[i], texts[j]))
                findings_.add(fmt::format("\"{}\" meets \"{}\" at {:.2f} s", texts[i].text,
                    texts[j].text, moment.time_s));
}

void Inspection::check_sizes(const std::vector<RecordedText>& texts)
{
    if (!figure_->left_out().empty())
        return; // the user is told
    const canvas::Format& format = figure_->format();
    for (const RecordedText& text : texts) {
        if (text.size < format.type.least - 1e-6)
            findings_.add(fmt::format("\"{}\" is set in {} units", text.text, text.size));
        if (format_.short_side_px > 0 && text.size * format.scale < 9)
            findings_.add(fmt::format("\"{}\" has {} px", text.text, text.size * format.scale));
        if (format_.short_side_px >= 1080 && text.size * format.scale < 22 - 1e-6)
            findings_.add(fmt::format("\"{}\" has {} px", text.text, text.size * format.scale));
    }
}

/// What may lie under a text: on a map its bands, lines and trails, else the page.
std::vector<Color> Inspection::grounds(
    const figure::PlacedItem& item, const RecordedText& text) const
{
    const bool is_map = !item.panel->view(production_.timeline().moment(0)).empty();
    if (!is_map || !item.inner.contains(text.box.center()))
        return {palette_.background};
    std::vector<Color> all = item.panel->flat_colors(palette_);
    for (const double share : {0.0, 0.5, 1.0}) {
        all.push_back(canvas::ground_color(palette_, share));
        all.push_back(canvas::trail_color(palette_, {}, share, {}));
    }
    return all;
}

void Inspection::check_contrast(
    const figure::PlacedItem& item, const std::vector<RecordedText>& texts)
{
    for (const RecordedText& text : texts) {
        if (text.color.a <= 0)
            continue;
        const Color halo = text.halo.with_alpha(text.halo.a / text.color.a); // both fade
        for (const Color& ground : grounds(item, text))
            if (contrast_ratio(text.color, blend(ground, halo)) < 4.5)
                findings_.add(fmt::format("\"{}\" has too little contrast", text.text));
    }
}

Findings Inspection::run()
{
    look_at_film(is_long_run() ? 1.0 / 60 : 0.25);
    check_names();
    check_map();
    return findings_;
}

void Inspection::check_names()
{
    if (!figure_->left_out().empty())
        return; // the user is told
    std::string seen = seen_;
    std::ranges::replace(seen, '\n', ' ');
    const experiment::Experiments& experiments = production_.experiments();
    for (std::size_t run = 0; run < experiments.run_count(); ++run)
        if (const std::string& title = experiments.run_plan(run).title;
            seen.find(title) == std::string::npos && !is_named_in_short(title))
            findings_.add(fmt::format("the run \"{}\" is not named", title));
}

/// Does a text, or one and the next, hold the beginning and the end of a title with "…" between
/// them, as of no other run?
bool Inspection::is_named_in_short(const std::string& title) const
{
    const std::string gap = "…";
    const auto count_titles = [&](const auto& is) {
        int count = 0;
        for (std::size_t run = 0; run < production_.experiments().run_count(); ++run)
            count += is(production_.experiments().run_plan(run).title);
        return count;
    };
    std::istringstream lines(seen_);
    std::string before;
    for (std::string line; std::getline(lines, line); before = line)
        for (const std::string& text : {line, before + " " + line, before + line}) {
            const std::size_t at = text.find(gap);
            const auto is_of = [&](const std::string& name) {
                const std::string_view end = std::string_view(text).substr(at + gap.size());
                return name.starts_with(text.substr(0, at))
                    && name.ends_with(end.starts_with(' ') ? end.substr(1) : end);
            };
            if (text == title || (at != text.npos && is_of(title) && count_titles(is_of) == 1))
                return true;
        }
    return false;
}

void Inspection::check_map()
{
    double area = 0;
    bool full_width = false;
    for (const figure::PlacedItem& item : figure_->items())
        if (item.name == "map" || !item.panel->view(production_.timeline().moment(0)).empty()) {
            area += item.inner.width() * item.inner.height();
            full_width |= item.outer.width() > 0.93 * picture_.width();
        }
    if (!full_width && area < 0.3 * picture_.width() * picture_.height())
        findings_.add(fmt::format("the map takes {:.0f} % of the picture",
            100 * area / picture_.width() / picture_.height()));
}

void Inspection::check_panels(const figure::FigurePlan& plan)
{
    constexpr double kLeastSide = 59, kLeastPageSide = 39; // of a map
    const double least = format_.format.is_page ? kLeastPageSide : kLeastSide;
    for (const figure::NamedPanel& one : plan.panels) {
        const auto item = std::ranges::find(figure_->items(), one.name, &figure::PlacedItem::name);
        if (item == figure_->items().end()) {
            findings_.add(one.name + " is not there");
            continue;
        }
        const bool is_map = !item->panel->view(production_.timeline().moment(0)).empty();
        if (is_map && std::min(item->inner.width(), item->inner.height()) < least)
            findings_.add(fmt::format("{} has only {:.0f} x {:.0f} units", one.name,
                item->inner.width(), item->inner.height()));
        if (!is_inside(grown(picture_, 0.6), item->outer))
            findings_.add(one.name + " leaves the picture");
    }
}

} // namespace thalweg::test
