#include "optimizer/batches.hpp"

#include <numeric>

namespace thalweg::optimizer {

BatchRule read_batches(Options& options, std::uint64_t seed)
{
    return {.size = options.integer("batch_size", 0, {.min = 0},
                "points that each gradient is taken from, on surfaces from data; 0: all"),
        .seed = seed};
}

Batches::Batches(std::size_t samples, const BatchRule& rule)
    : order_(samples)
    , size_(rule.size > 0 ? static_cast<std::size_t>(rule.size) : samples)
    , at_(samples)
    , random_(rule.seed)
{
    std::iota(order_.begin(), order_.end(), 0);
}

std::span<const std::size_t> Batches::next()
{
    if (at_ == order_.size())
        shuffle();
    const std::size_t first = at_;
    at_ = std::min(order_.size(), first + size_);
    return std::span(order_).subspan(first, at_ - first);
}

void Batches::shuffle()
{
    for (std::size_t left = order_.size(); left > 1; --left)
        std::swap(order_[left - 1], order_[random_.below(left)]);
    at_ = 0;
}

std::size_t batches_an_epoch(std::size_t samples, const BatchRule& rule)
{
    const auto size = static_cast<std::size_t>(rule.size);
    return size == 0 ? 1 : (samples + size - 1) / size;
}

} // namespace thalweg::optimizer
