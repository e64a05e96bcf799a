#include "film/stage_source.hpp"

#include "draw/painter.hpp"

namespace thalweg::film {

namespace {

class StageFrames final : public FrameSource {
public:
    StageFrames(StagePtr stage, Theme theme, int width_px, int height_px, int fps, double first_s)
        : stage_(std::move(stage))
        , palette_(palette(theme))
        , painter_(stage_, palette_, width_px, height_px)
        , fps_(fps)
        , first_s_(first_s)
    {
    }

    const Pixels& draw(int k, TileSet& changed) override
    {
        return painter_.draw(first_s_ + static_cast<double>(k) / fps_, changed);
    }

    std::vector<std::uint32_t> palette_hint() const override
    {
        return flat_colors(*stage_, palette_);
    }

private:
    StagePtr stage_;
    const Palette& palette_;
    Painter painter_;
    int fps_;
    double first_s_;
};

} // namespace

StagePtr pixel_stage(ExperimentPtr experiment, int width_px, int height_px, int jobs)
{
    return make_stage(std::move(experiment), pixel_format(width_px, height_px), jobs);
}

StagePtr page_stage(ExperimentPtr experiment, PageSize size, int jobs)
{
    return make_stage(std::move(experiment), page_format(size.width_pt, size.height_pt), jobs);
}

FrameSourceFactory stage_frames(
    StagePtr stage, Theme theme, int width_px, int height_px, int fps, double first_s)
{
    return [=]() -> std::unique_ptr<FrameSource> {
        return std::make_unique<StageFrames>(stage, theme, width_px, height_px, fps, first_s);
    };
}

DrawPage stage_page(StagePtr stage, Theme theme, double time_s)
{
    return [=](cairo_t* cr) { draw_page(cr, *stage, palette(theme), time_s); };
}

} // namespace thalweg::film
