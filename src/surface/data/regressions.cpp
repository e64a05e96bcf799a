#include "surface/data/regressions.hpp"

#include "surface/data/data_file.hpp"
#include "surface/data/samples.hpp"
#include "surface/data/softplus.hpp"
#include "surface/functions/stationary.hpp"

#include <array>

#include <fmt/format.h>

namespace thalweg::surface {

namespace {

/// A view of the origin and the minimum alike.
Box domain_around(Vec2 minimum)
{
    const Vec2 half{
        1.6 * std::max(1.0, std::abs(minimum.x)), 1.6 * std::max(1.0, std::abs(minimum.y))};
    return {{minimum.x - half.x, minimum.x + half.x}, {minimum.y - half.y, minimum.y + half.y}};
}

SurfaceFacts facts_of(const char* formula, const Samples& samples, Vec2 minimum)
{
    const Box domain = domain_around(minimum);
    return {.formula = fmt::format("{}, {} points", formula, samples.list.size()),
        .source = samples.source,
        .domain = domain,
        .start = {domain.x.at(0.12), domain.y.at(0.85)},
        .minima = {minimum}};
}

/// The mean of (x u + y v - t)² over samples (u, v, t): a quadratic form, so its cost does not grow
/// with the data.
struct LeastSquares {
    static constexpr bool any_target(double) { return true; }
    static constexpr const char* kTargets = "a number";
    static constexpr Prediction kPrediction = Prediction::number;

    explicit LeastSquares(Samples data)
        : samples(std::move(data))
    {
        const double n = static_cast<double>(samples.list.size());
        double uu = 0, uv = 0, vv = 0, ut = 0, vt = 0;
        for (const auto& [in, t] : samples.list) {
            uu += in.x * in.x / n;
            uv += in.x * in.y / n;
            vv += in.y * in.y / n;
            ut += in.x * t / n;
            vt += in.y * t / n;
        }
        const double d = uu * vv - uv * uv;
        if (!(d > 1e-12 * uu * vv))
            throw DataError(
                "its inputs are all proportional, so they do not determine two parameters");
        minimum = Vec2{vv * ut - uv * vt, uu * vt - uv * ut} / d;
        a = uu;
        shear = uv / uu;
        b = d / uu;
        for (const auto& [in, t] : samples.list)
            least += sq(dot(in, minimum) - t) / n;
    }

    template <class T>
    T operator()(T x, T y) const
    {
        const T dy = y - minimum.y;
        return a * sq(x - minimum.x + shear * dy) + b * sq(dy) + least;
    }

    /// Those of all samples, turned in their space so that all but three vanish (as a QR
    /// decomposition turns them), which changes neither Jᵀ J nor Jᵀ r.
    template <class T>
    std::array<T, 3> residuals(T x, T y) const
    {
        const T dy = y - minimum.y;
        return {
            std::sqrt(a) * (x - minimum.x + shear * dy), std::sqrt(b) * dy, T(std::sqrt(least))};
    }

    Vec2 sample_gradient(const Sample& s, Vec2 p) const
    {
        return 2 * (dot(s.inputs, p) - s.target) * s.inputs;
    }

    SurfaceFacts facts() const { return facts_of("mean of (x u + y v − t)²", samples, minimum); }

    Samples samples;
    Vec2 minimum;
    double a = 0, b = 0, shear = 0, least = 0; ///< a (dx + shear dy)² + b dy² + least
};

/// The mean of log(1 + exp(-s z)), where z = x u + y v and s is 1 for target 1 and -1 for target 0.
struct Logistic {
    static constexpr bool any_target(double t) { return t == 0 || t == 1; }
    static constexpr const char* kTargets = "0 or 1";
    static constexpr Prediction kPrediction = Prediction::probability;

    explicit Logistic(Samples data)
        : samples(std::move(data))
    {
    }

    template <class T>
    T operator()(T x, T y) const
    {
        T sum = 0.0;
        for (const auto& [in, t] : samples.list) {
            const double s = t == 1 ? -1 : 1;
            sum += softplus(s * in.x * x + s * in.y * y);
        }
        return sum / static_cast<double>(samples.list.size());
    }

    Vec2 sample_gradient(const Sample& s, Vec2 p) const
    {
        return (sigmoid(dot(s.inputs, p)) - s.target) * s.inputs;
    }

    SurfaceFacts facts() const
    {
        const Vec2 found = stationary_near(*this, {0, 0});
        // Classes that a line parts have no minimum: the loss falls forever.
        const bool exists = is_finite(found)
            && norm(gradient(
                   (*this)(Jet<double>::variable_x(found.x), Jet<double>::variable_y(found.y))))
                < 1e-9
            && norm(found) < 1e3;
        SurfaceFacts facts
            = facts_of("mean of log(1 + exp(−s (x u + y v)))", samples, exists ? found : Vec2{});
        if (!exists)
            facts.minima.clear();
        return facts;
    }

    Samples samples;
};

template <class Loss>
class LossSurface final : public FunctionSurface<Loss, DataSurface> {
public:
    using FunctionSurface<Loss, DataSurface>::FunctionSurface;

    const Samples& data() const override { return f_.samples; }
    Prediction predicts() const override { return Loss::kPrediction; }
    Vec2 gradient_of_batch(std::span<const std::size_t> indices, Vec2 p) const override
    {
        Vec2 sum;
        for (const std::size_t i : indices)
            sum += f_.sample_gradient(f_.samples.list[i], p);
        return sum / static_cast<double>(indices.size());
    }

private:
    using FunctionSurface<Loss, DataSurface>::f_;
};

template <class Loss>
SurfacePtr make_loss(Options& options)
{
    Samples samples = read_samples(options, Loss::any_target, Loss::kTargets);
    if (samples.list.empty())
        return nullptr;
    try {
        return std::make_shared<LossSurface<Loss>>(Loss(std::move(samples)));
    } catch (const DataError& error) {
        options.refuse("file", error.what());
        return nullptr;
    }
}

} // namespace

SurfacePtr make_least_squares(Options& options)
{
    return make_loss<LeastSquares>(options);
}
SurfacePtr make_logistic(Options& options)
{
    return make_loss<Logistic>(options);
}

} // namespace thalweg::surface
