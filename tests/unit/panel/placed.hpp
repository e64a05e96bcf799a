#pragma once

#include "canvas/recorder.hpp"
#include "panel/panel.hpp"
#include "support/experiments.hpp"

#include <algorithm>

namespace thalweg::test {

/// Places panels that stand alone, and draws them without pixels.
struct Stand {
    canvas::Typesetter type{};
    canvas::Format format{};
    panel::Detail detail{};

    panel::Setting setting() { return {.format = format, .detail = detail, .metrics = type}; }

    /// The texts that a panel shows at a moment, in a box of its least height.
    std::vector<canvas::RecordedText> texts(
        const panel::Panel& panel, double width, const experiment::Moment& moment)
    {
        const Box box{{10, 10 + width}, {20, 20 + panel.height_for(width, setting())}};
        const auto placed = panel.place(
            {.inner = box, .outer = box, .setting = setting(), .scales = panel.scales()});
        canvas::Recorder recorder(
            canvas::palette(canvas::Theme::light), type, {{0, 2000}, {0, 2000}}, format.is_page);
        placed->draw_backdrop(recorder, moment);
        placed->draw_action(recorder, moment);
        return recorder.texts();
    }
};

/// The texts without their places.
inline std::vector<std::string> words_of(const std::vector<canvas::RecordedText>& texts)
{
    std::vector<std::string> words;
    for (const canvas::RecordedText& text : texts)
        words.push_back(text.text);
    return words;
}

inline bool meet(const std::vector<canvas::RecordedText>& texts)
{
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = i + 1; j < texts.size(); ++j)
            if (overlap(grown(texts[i].box, -1), grown(texts[j].box, -1)))
                return true;
    return false;
}

/// Experiments that can be changed before a panel sees them.
inline experiment::Experiment experiment_of(std::vector<std::vector<Vec2>> paths,
    std::string_view surface = "rosenbrock", const std::string& name = "")
{
    experiment::Experiment one = experiments_of(std::move(paths), surface)->all.front();
    one.plan.name = name;
    return one;
}
inline experiment::ExperimentsPtr all_of(std::vector<experiment::Experiment> list)
{
    return std::make_shared<experiment::Experiments>(std::move(list));
}

} // namespace thalweg::test
