#pragma once

#include <functional>
#include <mutex>

namespace thalweg::film {

/// Told after every frame how many of how many are done, from any thread but by one at a time. May
/// be empty.
using Progress = std::function<void(int done, int total)>;

/// Counts the frames that several threads finish.
class FrameCounter {
public:
    FrameCounter(const Progress& progress, int total)
        : progress_(progress)
        , total_(total)
    {
    }

    void count_one()
    {
        const std::scoped_lock lock(mutex_);
        ++done_;
        if (progress_)
            progress_(done_, total_);
    }

private:
    const Progress& progress_;
    int total_, done_ = 0;
    std::mutex mutex_;
};

} // namespace thalweg::film
