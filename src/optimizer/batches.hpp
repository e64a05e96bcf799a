#pragma once

#include "core/options.hpp"
#include "optimizer/random.hpp"

#include <span>
#include <vector>

namespace thalweg::optimizer {

/// How many data points each gradient is taken from.
struct BatchRule {
    int size = 0; ///< 0: all points
    std::uint64_t seed = 1; ///< of the order in which the points are drawn
};

/// `batch_size`.
BatchRule read_batches(Options& options, std::uint64_t seed);

/// Mini-batches without replacement: each epoch goes once through all points, in a fresh order. Its
/// last batch is smaller where the size does not divide the points.
///
/// Source  the order: R. Durstenfeld, Algorithm 235: random permutation, 1964; the epochs: as
///         PyTorch's DataLoader with shuffle, drop_last off
class Batches {
public:
    Batches(std::size_t samples, const BatchRule& rule);

    /// The points of the next batch; valid until the next call.
    std::span<const std::size_t> next();

private:
    void shuffle();

    std::vector<std::size_t> order_;
    std::size_t size_;
    std::size_t at_; ///< where in the order the next batch begins
    Random random_;
};

/// How many batches an epoch of this many points has.
std::size_t batches_an_epoch(std::size_t samples, const BatchRule& rule);

} // namespace thalweg::optimizer
