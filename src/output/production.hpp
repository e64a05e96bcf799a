#pragma once

#include "canvas/page.hpp"
#include "core/problems.hpp"
#include "figure/figure.hpp"

#include <map>
#include <mutex>

namespace thalweg::output {

/// What a scene's outputs share: everything computed, and what is to be shown of it. Figures are
/// composed when first asked for, once for each format. Safe over threads.
class Production {
public:
    Production(std::string name, std::string title, panel::Context context, figure::FigurePlan plan,
        canvas::Theme theme);

    const std::string& name() const { return name_; }
    const experiment::Experiments& experiments() const { return *context_.experiments; }
    const experiment::Timeline& timeline() const { return *context_.timeline; }
    /// The scene's theme, or this one where it leaves the choice.
    const canvas::Palette& palette(canvas::Theme fallback) const;
    canvas::PageMeta meta() const;

    /// Throws  figure::DoesNotFit, Interrupted
    figure::FigurePtr figure(const canvas::Format& format, int jobs) const;

private:
    std::string name_, title_;
    panel::Context context_;
    figure::FigurePlan plan_;
    canvas::Theme theme_;
    mutable std::mutex mutex_;
    mutable std::map<canvas::Format, figure::FigurePtr> figures_;
};

} // namespace thalweg::output
