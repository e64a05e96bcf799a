#include "basin/heavy_ball_batch.hpp"

#include "core/interrupt.hpp"

#include <array>

namespace thalweg::basin {

namespace {

constexpr std::size_t kLanes = 64;

class HeavyBallBatch {
public:
    HeavyBallBatch(const BasinSetup& setup, std::span<const Vec2> starts, std::span<Fate> fates)
        : setup_(setup)
        , ball_(*setup.descent().optimizer.rule->heavy_ball())
        , starts_(starts)
        , fates_(fates)
    {
    }

    void run()
    {
        while (count_ < kLanes && next_ < starts_.size())
            enter(count_++);
        for (int turn = 0; count_ > 0; ++turn) {
            if (turn % 1024 == 0)
                check_interrupt();
            setup_.descent().surface.slopes({.x = {x_.data(), count_},
                .y = {y_.data(), count_},
                .value = {value_.data(), count_},
                .dx = {dx_.data(), count_},
                .dy = {dy_.data(), count_}});
            look();
            step();
            replace_finished();
        }
    }

private:
    void enter(std::size_t lane)
    {
        x_[lane] = starts_[next_].x;
        y_[lane] = starts_[next_].y;
        vx_[lane] = vy_[lane] = 0;
        runs_[lane] = {.start = next_++};
    }

    /// Notes the fates that are now known, and the learning rates of the other runs' next steps.
    void look()
    {
        finished_ = 0;
        for (std::size_t i = 0; i < count_; ++i) {
            Run& run = runs_[i];
            if (const auto fate = run.detector.look(setup_, run.step, {x_[i], y_[i]}, value_[i])) {
                fates_[run.start] = *fate;
                finished_lanes_[finished_++] = i;
            } else {
                rate_[i] = setup_.learning_rate(run.step++);
            }
        }
    }

    /// One step of every lane; what it does to the finished ones does not matter.
    void step()
    {
        const double momentum = ball_.momentum;
        if (ball_.form == optimizer::MomentumForm::velocity) {
            for (std::size_t i = 0; i < count_; ++i) {
                vx_[i] = momentum * vx_[i] - rate_[i] * dx_[i];
                vy_[i] = momentum * vy_[i] - rate_[i] * dy_[i];
                x_[i] += vx_[i];
                y_[i] += vy_[i];
            }
            return;
        }
        for (std::size_t i = 0; i < count_; ++i) {
            vx_[i] = momentum * vx_[i] + dx_[i];
            vy_[i] = momentum * vy_[i] + dy_[i];
            x_[i] -= rate_[i] * vx_[i];
            y_[i] -= rate_[i] * vy_[i];
        }
    }

    /// By the next starts, or by the runs of the last lanes: from the last lane down, so that those
    /// are not finished themselves.
    void replace_finished()
    {
        while (finished_ > 0) {
            const std::size_t lane = finished_lanes_[--finished_];
            if (next_ < starts_.size()) {
                enter(lane);
                continue;
            }
            const std::size_t last = --count_;
            x_[lane] = x_[last], y_[lane] = y_[last];
            vx_[lane] = vx_[last], vy_[lane] = vy_[last];
            runs_[lane] = runs_[last];
        }
    }

    /// What is kept of a run beside its numbers.
    struct Run {
        std::size_t start = 0;
        int step = 0;
        SettlingDetector detector{};
    };

    const BasinSetup& setup_;
    optimizer::HeavyBall ball_;
    std::span<const Vec2> starts_;
    std::span<Fate> fates_;
    std::size_t next_ = 0; ///< the start that enters next
    std::size_t count_ = 0; ///< lanes in use
    std::array<double, kLanes> x_{}, y_{}, vx_{}, vy_{}, value_{}, dx_{}, dy_{}, rate_{};
    std::array<Run, kLanes> runs_;
    std::array<std::size_t, kLanes> finished_lanes_{}; ///< rising
    std::size_t finished_ = 0;
};

} // namespace

bool is_heavy_ball_batch(const Descent& descent)
{
    const optimizer::Chance& chance = descent.optimizer.chance;
    return descent.optimizer.rule->heavy_ball() && !descent.options.gradient.central_difference
        && chance.noise.sigma == 0 && chance.batches.size == 0
        && descent.options.budget == optimizer::Budget::steps;
}

void run_heavy_ball_batch(
    const BasinSetup& setup, std::span<const Vec2> starts, std::span<Fate> fates)
{
    HeavyBallBatch(setup, starts, fates).run();
}

} // namespace thalweg::basin
