#pragma once

#include "panel/panel.hpp"
#include "surface/curvature.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace thalweg::panel {

/// The curvature of the surface where a run's head is, and what it means for the run's steps.
struct Reading {
    surface::Curvature curvature{};
    Sym2 hessian{}; ///< undefined where the shape is
    double condition_number = 0; ///< the larger size of an eigenvalue over the smaller
    std::optional<double> learning_rate{}; ///< of the last step; none for rules that take none
    std::optional<double> critical{}; ///< as `optimizer::repelling_learning_rate`, so none for
                                      ///< rules that adapt, whose limit holds at rest only
    bool is_lost = false; ///< diverged, or beyond where the surface is defined
};

/// At whole steps its numbers are those of the trajectory's points; between, those of the head.
Reading reading_at(
    const experiment::Experiments& experiments, std::size_t run, const experiment::Moment& moment);

/// Eigenvalues of no more than this size bend a surface by nothing that could be seen on a map.
double negligible_curvature(const experiment::Experiment& experiment);

/// What a card tells, in the order of its rows.
enum class CurvatureRow { high, low, condition, learning_rate, critical };
constexpr std::size_t kCurvatureRows = 5;
/// "eigenvalue $\lambda_1$", ..., "critical rate".
const std::string& label_of(CurvatureRow row);

/// How a run's numbers are written: one form for the whole run, so that they do not jitter.
class CurvatureNumbers {
public:
    CurvatureNumbers(const experiment::Experiments& experiments, std::size_t run);

    /// "–" where there is no such number.
    std::string text(const Reading& reading, CurvatureRow row) const;
    /// Texts as wide as any of the run's in a row.
    const std::vector<std::string>& widest(CurvatureRow row) const
    {
        return widest_[static_cast<std::size_t>(row)];
    }

private:
    std::array<std::optional<int>, kCurvatureRows> decimals_{}; ///< none: each as it needs
    std::array<std::vector<std::string>, kCurvatureRows> widest_{};
};

/// "bowl", ..., or the word for a run that is lost.
std::string verdict_of(const Reading& reading, const optimizer::Trajectory& path);

/// Is the learning rate beyond the critical one? Nothing where there is none to compare with.
std::optional<bool> is_beyond_critical(const Reading& reading);

} // namespace thalweg::panel
