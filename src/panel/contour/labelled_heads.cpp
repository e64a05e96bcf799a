#include "panel/contour/labelled_heads.hpp"

#include "panel/marker.hpp"

#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kHiddenLabel = 0.65; // opacity of the label of a head out of sight

} // namespace

LabelledHeads::LabelledHeads(const Context& context, const std::vector<std::size_t>& runs,
    double scale, const Setting& setting)
    : context_(context)
    , runs_(runs)
    , style_{.scale = scale,
          .text_size = setting.format.type.label,
          .number_size = setting.format.type.least}
{
}

void LabelledHeads::lay_out(LabelGround ground, const HeadFilm& film, const Setting& setting)
{
    labels_ = head_labels(*context_.experiments, runs_, ground.map.width(), setting);
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        ground.sizes.push_back(measure(labels_[i], setting));
        ground.heads.push_back(head_extent(*context_.experiments, runs_[i], style_));
    }
    tracks_ = LabelTracks(ground, film);
}

void LabelledHeads::draw(canvas::Canvas& canvas, const experiment::Moment& moment,
    const std::vector<Head>& heads, const std::vector<double>& hidden) const
{
    const experiment::Experiments& experiments = *context_.experiments;
    const auto hidden_of = [&](std::size_t i) { return hidden.empty() ? 0 : hidden[i]; };
    const auto id = [&](const char* prefix, std::size_t i) {
        return canvas::group_id(prefix, experiments.run_plan(runs_[i]).name);
    };
    std::vector<LabelSpot> spots = tracks_.at(moment.time_s);
    for (std::size_t i = 0; i < spots.size(); ++i) {
        spots[i].opacity *= std::lerp(1.0, kHiddenLabel, hidden_of(i));
        if (spots[i].opacity > kLeastLabelOpacity)
            draw_leader(canvas, run_color(canvas.palette(), experiments, runs_[i]), heads[i],
                spots[i], style_);
    }
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const canvas::Group group(canvas, id("head", i));
        draw_head(canvas, experiments, runs_[i], heads[i], style_, hidden_of(i));
    }
    for (std::size_t i = 0; i < spots.size(); ++i)
        if (spots[i].opacity > kLeastLabelOpacity) {
            const canvas::Group group(canvas, id("label", i));
            draw_label(canvas, experiments, labels_[i], spots[i], badge_opacity(moment, i), style_);
        }
}

double LabelledHeads::badge_opacity(const experiment::Moment& moment, std::size_t index) const
{
    return panel::badge_opacity(
        context_.experiments->trajectory(runs_[index]), *context_.timeline, moment);
}

void LabelledHeads::add_key(const experiment::Moment& moment, std::vector<double>& key) const
{
    const std::vector<LabelSpot> spots = tracks_.at(moment.time_s);
    for (std::size_t i = 0; i < spots.size(); ++i) {
        for (const double v :
            {spots[i].box.x.lo, spots[i].box.y.lo, spots[i].opacity, spots[i].marked})
            key.push_back(v);
        key.push_back(badge_opacity(moment, i));
    }
}

} // namespace thalweg::panel
