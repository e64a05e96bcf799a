#include "film/memory.hpp"

#include "core/error.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

namespace thalweg::film {

namespace {

/// The program and its libraries themselves, with all but the frames.
constexpr double kBase = 120e6;

std::optional<double> parse_bytes(std::string_view text)
{
    double bytes = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), bytes);
    return error == std::errc() && bytes > 0 ? std::optional(bytes) : std::nullopt;
}

double physical_bytes()
{
    return static_cast<double>(::sysconf(_SC_PHYS_PAGES))
        * static_cast<double>(::sysconf(_SC_PAGE_SIZE));
}

double process_limit()
{
    rlimit limit{};
    const bool is_limited = ::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
    return is_limited ? static_cast<double>(limit.rlim_cur)
                      : std::numeric_limits<double>::infinity();
}

/// Of a container, by either version of Linux's control groups.
double container_limit()
{
    double least = std::numeric_limits<double>::infinity();
    for (const char* path :
        {"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"}) {
        std::string text;
        std::ifstream(path) >> text;
        least = std::min(least, parse_bytes(text).value_or(least));
    }
    return least;
}

double usable_bytes()
{
    const char* set = std::getenv("THALWEG_MAX_MEMORY");
    if (const auto given = parse_bytes(set ? set : ""))
        return *given;
    return std::min({physical_bytes(), process_limit(), container_limit()});
}

} // namespace

int affordable_jobs(
    const std::string& what, int width, int height, const Footprint& footprint, int jobs)
{
    const double pixels = 1.0 * width * height;
    const double first = kBase + pixels * (footprint.shared + footprint.per_thread);
    const double usable = usable_bytes();
    if (first > usable)
        throw LimitError(fmt::format("{} needs about {:.1f} GB of memory, more than the {:.1f} GB "
                                     "that there are; lower its \"size\", or set "
                                     "THALWEG_MAX_MEMORY to try nevertheless",
            what, first / 1e9, usable / 1e9));
    const double more = (usable - first) / (pixels * footprint.per_thread);
    return static_cast<int>(std::min<double>(jobs, 1 + more));
}

} // namespace thalweg::film
