#include "optimizer/probe.hpp"

#include "core/error.hpp"

namespace thalweg::optimizer {

Probe::Probe(const surface::Surface& surface, const GradientRule& rule, const Chance& chance)
    : surface_(surface)
    , rule_(rule)
    , noise_(chance.noise)
    , random_(chance.noise.seed)
{
    if (chance.batches.size == 0)
        return;
    data_ = dynamic_cast<const surface::DataSurface*>(&surface);
    if (!data_)
        throw RenderError("mini-batches need a surface that is made of data");
    batches_.emplace(data_->samples(), chance.batches);
}

double Probe::value(Vec2 p) const
{
    evaluations_ += 1;
    return surface_.value(p);
}

Vec2 Probe::gradient(Vec2 p) const
{
    const Vec2 g = clean_gradient(p);
    if (noise_.sigma == 0)
        return g;
    const double scale = noise_.scale == NoiseRule::Scale::gradient ? norm(g) : 1;
    return g + noise_.sigma * scale * random_.normal2();
}

Vec2 Probe::clean_gradient(Vec2 p) const
{
    if (batches_) {
        const auto batch = batches_->next();
        drawn_ += static_cast<std::int64_t>(batch.size());
        return data_->gradient_of_batch(batch, p);
    }
    if (!rule_.central_difference) {
        evaluations_ += 1;
        return surface_.slope(p).gradient;
    }
    const double h = rule_.h;
    const double dx = value({p.x + h, p.y}) - value({p.x - h, p.y});
    const double dy = value({p.x, p.y + h}) - value({p.x, p.y - h});
    return {dx / (2 * h), dy / (2 * h)};
}

Sym2 Probe::hessian(Vec2 p) const
{
    evaluations_ += 2;
    return thalweg::hessian(surface_.jet(p));
}

std::vector<Jet<double>> Probe::residuals(Vec2 p) const
{
    evaluations_ += 2;
    return surface_.residuals(p);
}

} // namespace thalweg::optimizer
