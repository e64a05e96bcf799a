#include "figure/tracks.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace thalweg::figure {

Tracks::Tracks(std::span<const double> ratios)
    : ratios_(ratios.begin(), ratios.end())
    , sizes_(ratios.size())
    , before_(ratios.size())
    , after_(ratios.size())
    , fixed_(ratios.size())
{
}

void Tracks::clear_insets()
{
    std::ranges::fill(before_, 0.0);
    std::ranges::fill(after_, 0.0);
}

void Tracks::add_insets(Span span, double before, double after)
{
    double& first = before_[span.first];
    double& last = after_[span.first + span.count - 1];
    first = std::max(first, before);
    last = std::max(last, after);
}

void Tracks::set_room(double size, double margin, double edge, double gap)
{
    size_ = size;
    margin_ = margin;
    edge_ = edge;
    gap_ = gap;
    offset_ = 0;
}

void Tracks::reset()
{
    std::ranges::fill(sizes_, 0.0);
    std::fill(fixed_.begin(), fixed_.end(), false);
}

void Tracks::mark_fixed(std::size_t track)
{
    fixed_[track] = true;
}

bool Tracks::is_free(std::size_t track) const
{
    return !fixed_[track];
}

void Tracks::need(Span span, double length)
{
    const Range now = extent(span);
    const double missing = length - now.width();
    if (missing <= 0)
        return;
    std::vector<std::size_t> takers;
    for (std::size_t i = span.first; i < span.first + span.count; ++i)
        if (span.count == 1 || is_free(i))
            takers.push_back(i);
    if (takers.empty()) // all of fixed size: space opens before the last
        takers.push_back(span.first + span.count - std::min<std::size_t>(2, span.count));
    double room = missing;
    for (const std::size_t i : takers)
        room += sizes_[i];
    share_out(room, std::move(takers), {});
}

/// Makes the sizes of tracks follow their ratios and add up to `room`, but for tracks that have
/// more already or may not take as much; those leave the sharing one by one.
void Tracks::share_out(double room, std::vector<std::size_t> takers, std::span<const double> most)
{
    while (!takers.empty()) {
        double sum = 0;
        for (const std::size_t i : takers)
            sum += ratios_[i];
        const auto share = [&](std::size_t i) { return room * ratios_[i] / sum; };
        const auto bounded = std::ranges::find_if(takers, [&](std::size_t i) {
            return share(i) < sizes_[i] - 1e-9 || (!most.empty() && share(i) > most[i] + 1e-9);
        });
        if (bounded == takers.end()) {
            for (const std::size_t i : takers)
                sizes_[i] = share(i);
            return;
        }
        if (share(*bounded) > sizes_[*bounded])
            sizes_[*bounded] = std::max(sizes_[*bounded], most[*bounded]);
        room -= sizes_[*bounded];
        takers.erase(bounded);
    }
}

double Tracks::around() const
{
    double sum
        = std::max(margin_, before_.front() + edge_) + std::max(margin_, after_.back() + edge_);
    for (std::size_t i = 0; i + 1 < sizes_.size(); ++i)
        sum += after_[i] + gap_ + before_[i + 1];
    return sum;
}

double Tracks::left_over() const
{
    return size_ - around() - std::accumulate(sizes_.begin(), sizes_.end(), 0.0);
}

void Tracks::spread(std::span<const double> most)
{
    const bool any_free = std::ranges::find(fixed_, false) != fixed_.end();
    if (!any_free && !most.empty())
        return;
    std::vector<std::size_t> takers;
    double room = std::max(0.0, left_over());
    for (std::size_t i = 0; i < sizes_.size(); ++i)
        if (!any_free || is_free(i)) {
            takers.push_back(i);
            room += sizes_[i];
        }
    share_out(room, std::move(takers), most);
}

void Tracks::relax()
{
    constexpr double kWidestGap = 2; // times the usual one
    const double rest = std::max(0.0, left_over());
    const double gaps = static_cast<double>(sizes_.size() - 1);
    const double wider = gaps > 0 ? std::min(rest / gaps, (kWidestGap - 1) * gap_) : 0;
    gap_ += wider;
    offset_ = 0.5 * (rest - gaps * wider);
}

double Tracks::total() const
{
    return size_ > 0 ? size_ : around() + std::accumulate(sizes_.begin(), sizes_.end(), 0.0);
}

double Tracks::start(std::size_t track) const
{
    double at = offset_ + std::max(margin_, before_.front() + edge_);
    for (std::size_t i = 0; i < track; ++i)
        at += sizes_[i] + after_[i] + gap_ + before_[i + 1];
    return at;
}

double Tracks::end() const
{
    return start(sizes_.size() - 1) + sizes_.back();
}

Range Tracks::extent(Span span) const
{
    const std::size_t last = span.first + span.count - 1;
    return {start(span.first), start(last) + sizes_[last]};
}

} // namespace thalweg::figure
