#pragma once

#include "pictures/formats.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace thalweg::test {

/// Collects what is wrong with one figure, each thing once.
class Findings {
public:
    void add(const std::string& finding)
    {
        if (list_.size() < 12 && std::ranges::find(list_, finding) == list_.end())
            list_.push_back(finding);
    }
    std::string text() const
    {
        std::string all;
        for (const std::string& one : list_)
            all += "\n  " + one;
        return all;
    }
    bool empty() const { return list_.empty(); }

private:
    std::vector<std::string> list_;
};

/// Looks at pictures of one figure: all text is inside of its panel, apart from other text, large
/// enough and seen on what lies under it.
class Inspection {
public:
    /// Throws  figure::DoesNotFit
    Inspection(
        const output::Production& production, const NamedFormat& format, canvas::Theme theme);

    /// All that is asked of a figure whose map is its main part, over the whole film.
    Findings run();
    /// Of moments with this many seconds between them, and of the last one.
    void look_at_film(double step_s);
    /// Every run is named somewhere.
    void check_names();
    /// The map takes the share of a picture that it needs.
    void check_map();
    /// Every panel of the plan is there, maps at a size at which they can be read.
    void check_panels(const figure::FigurePlan& plan);

    const Findings& findings() const { return findings_; }

private:
    bool is_named_in_short(const std::string& title) const;
    using Texts = std::vector<canvas::RecordedText>;
    void look_at(const experiment::Moment& moment, bool is_first);
    Texts drawn(const figure::PlacedItem& item, const experiment::Moment& moment, bool backdrop);
    void check_inside(const figure::PlacedItem& item, const Texts& texts);
    void check_apart(const Texts& texts, const experiment::Moment& moment);
    void check_sizes(const Texts& texts);
    std::vector<Color> grounds(
        const figure::PlacedItem& item, const canvas::RecordedText& text) const;
    void check_contrast(const figure::PlacedItem& item, const Texts& texts);

    const output::Production& production_;
    const NamedFormat& format_;
    const canvas::Palette& palette_;
    figure::FigurePtr figure_;
    Box picture_;
    canvas::Typesetter type_;
    std::vector<Texts> backdrops_;
    std::string seen_;
    Findings findings_;
};

} // namespace thalweg::test
