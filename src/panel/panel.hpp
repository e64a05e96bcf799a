#pragma once

#include "canvas/canvas.hpp"
#include "canvas/format.hpp"
#include "experiment/timeline.hpp"

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg::panel {

/// How much of what a picture could tell is told. A composition that does not fit is tried again
/// with less, in the order of `figure/detail.cpp`. Panels read what concerns them.
struct Detail {
    bool learning_rates = true; ///< a line below each run's name in the legend, where they differ
    bool formula = true; ///< the surface's, below the title
    int legend_columns = 1;
    bool wrap_names = false; ///< names of the legend may take two lines
    bool shorten_names = false; ///< names lose their middle where they have no room
    bool losses = true; ///< beside the names of the legend
    bool crowded = false; ///< rows of the legend stand closer
    bool mark_keys = true; ///< below maps: what marks of critical points mean
    bool head_labels = true;
    bool whole_cards = true; ///< cards of curvature have a picture and all of their numbers
    bool curve_labels = false; ///< loss curves are named, where the picture has no legend
    bool curves = true; ///< the picture shows curves, so that the legend explains their dashes
};

/// For whom a panel is measured and placed: the same for all panels of a picture.
struct Setting {
    const canvas::Format& format;
    Detail detail{};
    canvas::TextMetrics& metrics; ///< of the calling thread; only for use during the call
};

/// Room around a panel's inner box, in layout units: for ticks, axis names and the like.
struct Insets {
    double left = 0, top = 0, right = 0, bottom = 0;
};

/// What a panel wants of its inner box.
struct SizeRequest {
    double least_width = 0, least_height = 0; ///< below these it cannot be read
    std::optional<double> aspect{}; ///< width / height, where it is fixed
    /// It can use height beyond the least; others get no more than `height_for` asks.
    bool stretches = true;
    /// Beyond this its parts stand too far from each other; of use where it has no aspect.
    double most_width = std::numeric_limits<double>::infinity();
};

/// Axis ranges that neighbours of one `key` share; none where the key is empty.
struct ScaleRequest {
    std::string key{}; ///< such as "loss by steps"
    Range x{}, y{};
    bool logarithmic = false; ///< y; shared scales are logarithmic where one of them is
};

/// Where a panel stands: all that it needs to decide its places, once.
struct Placement {
    Box inner; ///< in layout units; its sides stand at whole device pixels
    Box outer; ///< with the insets; it draws nothing outside
    Setting setting;
    ScaleRequest scales{}; ///< shared with its neighbours; its own request where it shares none
    std::vector<Box> obstacles{}; ///< inside `inner`, taken by a plate: labels stay away
    int jobs = 1; ///< threads; places do not depend on it
};

/// A panel at its place. Immutable: any thread may draw any moment.
///
/// A picture is the backdrop, the settled blocks from 0 to `settled` - 1 in this order, and the
/// action on top. Colours come from the canvas.
class PlacedPanel {
public:
    virtual ~PlacedPanel() = default;

    /// What the backdrop and the settled blocks depend on, such as the four sides of a moving view.
    /// Empty where they never change.
    virtual std::vector<double> view(const experiment::Moment&) const { return {}; }
    virtual void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment& moment) const = 0;

    /// How many blocks are finished; with the time it grows.
    virtual std::size_t settled(const experiment::Moment&) const { return 0; }
    virtual void draw_settled(canvas::Canvas&, const experiment::Moment&, std::size_t) const { }

    /// Adds what the action depends on beside view and steps; moments with equal views, steps and
    /// action keys look alike.
    virtual void add_action_key(const experiment::Moment&, std::vector<double>&) const { }
    virtual void draw_action(canvas::Canvas&, const experiment::Moment&) const { }

    /// What users should know of its form in a file of vectors; empty: nothing.
    virtual std::string vector_note(const experiment::Moment&) const { return {}; }

    /// Colours in which flat areas are drawn, most important first, for planned palettes.
    virtual std::vector<Color> flat_colors(const canvas::Palette&) const { return {}; }
};

/// A panel with all that does not depend on its place. Immutable.
class Panel {
public:
    virtual ~Panel() = default;

    virtual SizeRequest size(const Setting& setting) const = 0;
    /// The height of its inner box at a width; of use where it does not stretch and has no aspect.
    virtual double height_for(double width, const Setting& setting) const
    {
        static_cast<void>(width);
        return size(setting).least_height;
    }
    /// Of an inner box of this size: measured text, never a guess.
    ///
    /// scales  those that its axes get: its own or, with neighbours, shared ones
    virtual Insets insets(Vec2 inner, const ScaleRequest& scales, const Setting&) const
    {
        static_cast<void>(inner);
        static_cast<void>(scales);
        return {};
    }
    virtual ScaleRequest scales() const { return {}; }
    /// What users are told that a picture without this panel lacks; empty: nothing.
    virtual std::string_view lacked() const { return {}; }
    virtual std::unique_ptr<const PlacedPanel> place(const Placement& placement) const = 0;
};

/// What panels are made from. It lives as long as every panel.
struct Context {
    experiment::ExperimentsPtr experiments;
    std::shared_ptr<const experiment::Timeline> timeline;
};

/// What a scene asks of one panel: resolved values only.
class PanelPlan {
public:
    virtual ~PanelPlan() = default;
    /// Null where there turns out to be nothing to show; the picture is composed without it then.
    virtual std::unique_ptr<const Panel> prepare(const Context& context) const = 0;

    std::string title{}; ///< above the panel; empty: none
    std::optional<std::size_t> heading_of{}; ///< the experiment whose name stands there instead
    bool has_letter = false; ///< counts as (a), (b), (c) on pages
    std::vector<std::size_t> runs{}; ///< numbers of the runs that are shown
    bool has_legend = true; ///< the picture's legend lists its runs
};
using PanelPlanPtr = std::shared_ptr<const PanelPlan>;

} // namespace thalweg::panel
