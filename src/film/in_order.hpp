#pragma once

#include "core/interrupt.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace thalweg::film {

/// Makes the parts 0 ... count - 1 on several threads and takes them in order on the calling
/// thread.
///
/// Threads run at most two parts each ahead of the one that is taken, so memory does not grow with
/// the count. The first exception anywhere stops all threads and is thrown again here, once.
template <class Part>
class InOrder {
public:
    using Make = std::function<Part(int part)>; ///< one thread's; used by that thread alone
    using MakeMaker = std::function<Make()>; ///< called once on each thread
    using Take = std::function<void(int part, Part)>;

    static void run(int count, int jobs, const MakeMaker& maker, const Take& take)
    {
        jobs = std::clamp(jobs, 1, std::max(count, 1));
        InOrder work(count, 2 * jobs);
        std::vector<std::thread> threads;
        const Joined joined{work, threads};
        for (int i = 0; i < jobs; ++i)
            threads.emplace_back([&] { work.guard([&] { work.produce(maker); }); });
        work.guard([&] { work.consume(take); });
        joined.join();
        if (work.failure_)
            std::rethrow_exception(work.failure_);
    }

private:
    InOrder(int count, int ahead)
        : count_(count)
        , ahead_(ahead)
    {
    }

    /// Joins the threads on every way out, also where one cannot be started.
    struct Joined {
        InOrder& work;
        std::vector<std::thread>& threads;
        void join() const
        {
            for (std::thread& thread : threads)
                if (thread.joinable())
                    thread.join();
        }
        ~Joined()
        {
            work.stop(nullptr);
            join();
        }
    };

    template <class Action>
    void guard(Action action)
    {
        try {
            action();
        } catch (...) {
            stop(std::current_exception());
        }
    }

    void stop(std::exception_ptr why)
    {
        const std::scoped_lock lock(mutex_);
        if (!failure_)
            failure_ = why;
        stopped_ = true;
        changed_.notify_all();
    }

    void produce(const MakeMaker& maker)
    {
        const Make make = maker();
        for (;;) {
            int part = 0;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(
                    lock, [&] { return stopped_ || next_ >= count_ || next_ < taken_ + ahead_; });
                if (stopped_ || next_ >= count_)
                    return;
                part = next_++;
            }
            check_interrupt();
            Part made = make(part);
            const std::scoped_lock lock(mutex_);
            waiting_.emplace(part, std::move(made));
            changed_.notify_all();
        }
    }

    void consume(const Take& take)
    {
        for (int part = 0; part < count_; ++part) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return stopped_ || waiting_.contains(part); });
            if (stopped_)
                return;
            Part made = std::move(waiting_.extract(part).mapped());
            lock.unlock();
            take(part, std::move(made));
            lock.lock();
            taken_ = part + 1;
            changed_.notify_all();
        }
    }

    const int count_, ahead_;
    std::mutex mutex_;
    std::condition_variable changed_;
    int next_ = 0; ///< the part that the next free thread begins
    int taken_ = 0; ///< parts taken so far
    std::map<int, Part> waiting_;
    bool stopped_ = false;
    std::exception_ptr failure_;
};

} // namespace thalweg::film
