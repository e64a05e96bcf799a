#include "app/scene_series.hpp"

#include "app/failure.hpp"
#include "core/error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace thalweg::app {

void SceneSeries::attempt(const std::string& path, const std::function<void()>& work)
{
    try {
        work();
    } catch (const Interrupted&) {
        throw;
    } catch (...) {
        const int code = tell_failure(std::current_exception());
        if (failed_.empty())
            exit_code_ = code;
        failed_.push_back(path);
    }
}

void SceneSeries::finish() const
{
    if (failed_.empty())
        return;
    if (count_ > 1)
        tell_error(fmt::format(
            "{} of {} scenes failed: {}", failed_.size(), count_, fmt::join(failed_, ", ")));
    throw Told{exit_code_};
}

} // namespace thalweg::app
