#pragma once

#include "core/jet.hpp"
#include "optimizer/batches.hpp"
#include "optimizer/gradient.hpp"
#include "optimizer/noise.hpp"
#include "optimizer/random.hpp"
#include "surface/data_surface.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace thalweg::optimizer {

/// What is random in the gradients that a rule sees.
struct Chance {
    NoiseRule noise{};
    BatchRule batches{};
};

/// A surface as an update rule sees it: through the chosen gradient rule, its noise and its
/// mini-batches, with every evaluation counted.
///
/// What counts, so that rules can be compared at equal cost: a value 1, an exact gradient 1, a
/// gradient by central differences 4 (its four values), a Hessian 2 (its two columns, each the
/// derivative of a gradient), residuals with their Jacobian 2 (its columns). A mini-batch's
/// gradient counts its share of all points, so that an epoch counts 1; `evaluations` gives what is
/// complete.
class Probe {
public:
    /// surface  must outlive this object
    /// Throws   RenderError for mini-batches of a surface that is not made of data
    Probe(const surface::Surface& surface, const GradientRule& rule, const Chance& chance = {});

    /// Always of all points, without noise.
    double value(Vec2 p) const;
    Vec2 gradient(Vec2 p) const;
    /// Always exact, of all points.
    Sym2 hessian(Vec2 p) const;

    /// As Surface::residuals, exact, of all points.
    std::vector<Jet<double>> residuals(Vec2 p) const;

    /// Tells that a rule tries a point that it may not step to, as line searches do.
    void tell_trial(Vec2 p) const
    {
        trials_ += 1;
        if (tried_ != nullptr)
            tried_->push_back(p);
    }
    std::int64_t trials() const { return trials_; }
    /// Keeps all points tried from now on in a list, which must outlive this object.
    void keep_trials(std::vector<Vec2>& into) { tried_ = &into; }

    /// The cost so far.
    std::int64_t evaluations() const
    {
        return evaluations_ + (data_ ? drawn_ / static_cast<std::int64_t>(data_->samples()) : 0);
    }

private:
    Vec2 clean_gradient(Vec2 p) const;

    const surface::Surface& surface_;
    GradientRule rule_;
    NoiseRule noise_;
    mutable Random random_;
    const surface::DataSurface* data_
        = nullptr; ///< where mini-batches are drawn, together with `batches_`
    mutable std::optional<Batches> batches_;
    mutable std::int64_t evaluations_ = 0;
    mutable std::int64_t trials_ = 0;
    std::vector<Vec2>* tried_ = nullptr; ///< none: trials are counted alone
    mutable std::int64_t drawn_ = 0; ///< points in all mini-batches so far
};

} // namespace thalweg::optimizer
