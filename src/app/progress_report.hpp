#pragma once

#include "core/problems.hpp"
#include "film/progress.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace thalweg::app {

enum class ProgressStyle {
    automatic, ///< a bar on a terminal, plain lines elsewhere
    bar,
    plain,
    json, ///< one object a line, for programs
    none
};

/// "1.84 MB".
std::string size_text(std::uintmax_t bytes);

/// Tells on standard error how far a render is: a file begins, its frames come, it is done.
class ProgressReport {
public:
    explicit ProgressReport(ProgressStyle style);
    ~ProgressReport();
    ProgressReport(const ProgressReport&) = delete;
    ProgressReport& operator=(const ProgressReport&) = delete;

    void begin(const std::string& file, int frames);
    /// To be called after every frame.
    void count(int done, int total);
    /// Tells of what may not be meant, whatever the style: among JSON as an object.
    void warn(const Location& where, const std::string& message);
    /// The file is complete; 0 bytes where its size is not known.
    void end(std::uintmax_t bytes);

private:
    using Clock = std::chrono::steady_clock;
    double seconds() const;
    void show(int done, int total);
    void clear_bar();

    ProgressStyle style_;
    std::string file_;
    int frames_ = 0;
    Clock::time_point began_{}, shown_{};
    bool has_bar_ = false; ///< the terminal's last line is an unfinished one of ours
};

} // namespace thalweg::app
