#pragma once

#include "core/box.hpp"
#include "core/interval_decorated.hpp"
#include "core/jet_functions.hpp"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace thalweg::surface {

enum class CriticalKind { minimum, maximum, saddle, degenerate };

/// A point where the gradient vanishes.
struct CriticalPoint {
    CriticalKind kind = CriticalKind::degenerate;
    Vec2 at;
    double value = 0;
};

/// What is known of a surface beside its values.
struct SurfaceFacts {
    std::string formula; ///< as users write it in texts: "$(a - x)^2 + b\\,(y - x^2)^2$", with this
                         ///< surface's constants where they matter
    std::string source; ///< author, title, year, section
    Box domain; ///< where it is usually shown
    Vec2 start; ///< where a descent usually starts
    std::vector<Vec2> minima; ///< known global minima, in no special order; empty where unknown
    std::vector<CriticalPoint> critical_points{}; ///< other known ones, not always all of them
    std::vector<std::string> notes{}; ///< what the author of a scene may not expect of its data
};

/// A value and its gradient.
struct Slope {
    double value = 0;
    Vec2 gradient;
};

/// Many points and the slopes there, an array for each number, all of one length.
struct SlopeArrays {
    std::span<const double> x, y;
    std::span<double> value, dx, dy;
};

/// A scalar function of the plane, f(x, y), evaluated over several number types. Immutable and safe
/// over threads.
class Surface {
public:
    virtual ~Surface() = default;

    virtual double value(Vec2 p) const = 0;
    /// Value, exact gradient and exact Hessian.
    virtual Jet<double> jet(Vec2 p) const = 0;
    /// The value and the gradient of `jet`, to the last bit, for less where the Hessian costs.
    virtual Slope slope(Vec2 p) const
    {
        const Jet<double> j = jet(p);
        return {j.v, {j.x, j.y}};
    }
    /// `slope` at every point.
    virtual void slopes(const SlopeArrays& at) const
    {
        for (std::size_t i = 0; i < at.x.size(); ++i) {
            const Jet<double> j = jet({at.x[i], at.y[i]});
            at.value[i] = j.v, at.dx[i] = j.x, at.dy[i] = j.y;
        }
    }
    /// An enclosure of all values over the box; unbounded where nothing is known.
    virtual Interval bound(const Box& box) const = 0;
    /// Enclosures of value, gradient and Hessian over the box.
    virtual Jet<Interval> bound_jet(const Box& box) const = 0;
    /// What is proven about where the surface is defined and continuous in the box. What holds on a
    /// box holds on its parts.
    virtual Definedness definedness(const Box&) const { return Definedness::unknown; }
    /// `bound` and `definedness` at once, for the price of one.
    virtual DecoratedInterval decorated_bound(const Box& box) const
    {
        return {bound(box), definedness(box)};
    }
    /// values[i] = f(x at i / (n - 1), y) along a row of n points.
    virtual void sample_row(Range x, double y, std::span<double> values) const = 0;

    /// What the value is the sum of the squares of, with derivatives; empty where it is no such
    /// sum.
    virtual std::vector<Jet<double>> residuals(Vec2) const { return {}; }

    /// False where `bound` and `bound_jet` are estimates (measured data), so that nothing about
    /// contours can be proven.
    virtual bool has_bounds() const { return true; }

    const SurfaceFacts& facts() const { return facts_; }

protected:
    explicit Surface(SurfaceFacts facts)
        : facts_(std::move(facts))
    {
    }

private:
    SurfaceFacts facts_;
};

using SurfacePtr = std::shared_ptr<const Surface>;

/// A surface from one function object whose call operator is a template over the number type and
/// whose `facts()` gives the rest:
///
///     struct Saddle {
///         template <class T> T operator()(T x, T y) const { return sq(x) - sq(y); }
///         SurfaceFacts facts() const { return {...}; }
///     };
///
/// It may have a `sample_row` of its own, where it knows a faster way than point by point. A sum of
/// squares has `template <class T> std::array<T, n> residuals(T x, T y) const`, too.
template <class Function, class Base = Surface>
class FunctionSurface : public Base {
public:
    explicit FunctionSurface(Function function)
        : Base(function.facts())
        , f_(std::move(function))
    {
    }

    double value(Vec2 p) const override { return f_(p.x, p.y); }
    Jet<double> jet(Vec2 p) const override
    {
        return f_(Jet<double>::variable_x(p.x), Jet<double>::variable_y(p.y));
    }
    // Nothing reads the second derivatives here, so the compiler leaves them out; where the formula
    // has no branches, it also takes several points at a time.
    [[gnu::flatten]] Slope slope(Vec2 p) const override
    {
        const Jet<double> j = f_(Jet<double>::variable_x(p.x), Jet<double>::variable_y(p.y));
        return {j.v, {j.x, j.y}};
    }
    [[gnu::flatten]] void slopes(const SlopeArrays& at) const override
    {
        const double *const x = at.x.data(), *const y = at.y.data();
        double *const value = at.value.data(), *const dx = at.dx.data(), *const dy = at.dy.data();
        for (std::size_t i = 0; i < at.x.size(); ++i) {
            const Jet<double> j = f_(Jet<double>::variable_x(x[i]), Jet<double>::variable_y(y[i]));
            value[i] = j.v, dx[i] = j.x, dy[i] = j.y;
        }
    }
    Interval bound(const Box& b) const override
    {
        return f_(Interval{b.x.lo, b.x.hi}, Interval{b.y.lo, b.y.hi});
    }
    Jet<Interval> bound_jet(const Box& b) const override
    {
        return f_(Jet<Interval>::variable_x({b.x.lo, b.x.hi}),
            Jet<Interval>::variable_y({b.y.lo, b.y.hi}));
    }
    Definedness definedness(const Box& b) const override { return decorated_bound(b).proof; }
    DecoratedInterval decorated_bound(const Box& b) const override
    {
        using D = DecoratedInterval;
        constexpr auto given = Definedness::continuous;
        return f_(D{{b.x.lo, b.x.hi}, given}, D{{b.y.lo, b.y.hi}, given});
    }
    void sample_row(Range x, double y, std::span<double> values) const override
    {
        if constexpr (requires { f_.sample_row(x, y, values); }) {
            f_.sample_row(x, y, values);
        } else {
            const double step
                = values.size() > 1 ? x.width() / static_cast<double>(values.size() - 1) : 0;
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] = f_(x.lo + static_cast<double>(i) * step, y);
        }
    }

    std::vector<Jet<double>> residuals(Vec2 p) const override
    {
        if constexpr (requires { f_.residuals(p.x, p.y); }) {
            const auto list
                = f_.residuals(Jet<double>::variable_x(p.x), Jet<double>::variable_y(p.y));
            return {list.begin(), list.end()};
        } else {
            return {};
        }
    }

protected:
    Function f_;
};

} // namespace thalweg::surface
