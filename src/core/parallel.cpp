#include "core/parallel.hpp"

#include "core/interrupt.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace thalweg {

namespace {

class Parts {
public:
    Parts(int count, const std::function<void(int)>& work)
        : count_(count)
        , work_(work)
    {
    }

    /// Takes parts until none is left; never throws, so that it may be a thread's whole life.
    void take() noexcept
    {
        try {
            for (int part = next_++; part < count_; part = next_++) {
                check_interrupt();
                work_(part);
            }
        } catch (...) {
            next_ = count_;
            const std::scoped_lock lock(mutex_);
            if (!failure_)
                failure_ = std::current_exception();
        }
    }

    void throw_if_failed() const
    {
        if (failure_)
            std::rethrow_exception(failure_);
    }

private:
    int count_;
    const std::function<void(int)>& work_;
    std::atomic<int> next_ = 0;
    std::mutex mutex_;
    std::exception_ptr failure_;
};

} // namespace

void for_each_part(int count, int jobs, const std::function<void(int part)>& work)
{
    Parts parts(count, work);
    {
        std::vector<std::jthread> others; // joined at the end of this block
        for (int i = 1; i < std::min(jobs, count); ++i)
            others.emplace_back([&] { parts.take(); });
        parts.take();
    }
    parts.throw_if_failed();
}

} // namespace thalweg
