#pragma once

#include <exception>
#include <functional>
#include <string>
#include <vector>

namespace thalweg::app {

/// Works on several scenes one after another. What goes wrong with one is told at once and does not
/// keep the others from being done.
class SceneSeries {
public:
    /// count  of the scenes
    explicit SceneSeries(std::size_t count)
        : count_(count)
    {
    }

    /// Does `work` for the scene of this path.
    ///
    /// Throws  Interrupted
    void attempt(const std::string& path, const std::function<void()>& work);

    bool has_failures() const { return !failed_.empty(); }

    /// Sums up where there were several scenes.
    ///
    /// Throws  Told, with the code of the first failure
    void finish() const;

private:
    std::size_t count_;
    std::vector<std::string> failed_; ///< each path once
    int exit_code_ = 0; ///< of the first failure
};

} // namespace thalweg::app
