#pragma once

#include "panel/contour/starts.hpp"
#include "panel/space/renderer.hpp"
#include "panel/space/space_axes.hpp"
#include "panel/space/space_heads.hpp"
#include "panel/space/vector_ground.hpp"

namespace thalweg::panel {

/// A surface in space at its place. Immutable.
class PlacedSpace final : public PlacedPanel {
public:
    PlacedSpace(const SpacePlan& plan, const Context& context, const Placement& placement);

    std::vector<double> view(const experiment::Moment& moment) const override;
    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment& moment) const override;
    std::size_t settled(const experiment::Moment& moment) const override;
    void draw_settled(
        canvas::Canvas& canvas, const experiment::Moment& moment, std::size_t block) const override;
    void add_action_key(const experiment::Moment& moment, std::vector<double>& key) const override;
    void draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const override;
    std::vector<Color> flat_colors(const canvas::Palette& palette) const override;
    std::string vector_note(const experiment::Moment& moment) const override;

private:
    const experiment::Experiment& experiment() const
    {
        return context_.experiments->all[plan_.experiment];
    }
    SpaceSetup setup(const Placement& placement) const;
    std::vector<Box> still_texts() const;
    SpaceColors colors(const canvas::Palette& palette) const;
    canvas::Opacity background() const;
    double pixels_per_unit() const;
    VectorGround vector_ground(const SpaceView& view) const;
    void draw_ground(canvas::Canvas& canvas, const SpaceView& view) const;
    void draw_on_page(
        canvas::Canvas& canvas, const SpaceView& view, const SpaceColors& colors) const;
    void draw_picture(
        canvas::Canvas& canvas, const SpaceView& view, const SpaceColors& colors) const;
    void draw_minima(canvas::Canvas& canvas, const SpaceView& view) const;
    void draw_starts(canvas::Canvas& canvas, const SpaceView& view) const;
    std::vector<AxisText> axis_texts(const experiment::Moment&) const;

    SpacePlan plan_;
    Context context_;
    canvas::Format format_;
    Box inner_;
    double scale_; ///< of markers
    Vec3 light_;
    std::shared_ptr<const Terrain> terrain_;
    SpaceAxes axes_;
    std::shared_ptr<const SpaceCamera> camera_;
    TerrainMesh mesh_;
    std::array<SpaceColors, 2> colors_; ///< of the dark and the light theme
    std::vector<Start> starts_;
    SpacePaths paths_;
    SpaceHeads heads_;
};

} // namespace thalweg::panel
