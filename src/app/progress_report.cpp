#include "app/progress_report.hpp"

#include "app/failure.hpp"
#include "app/terminal.hpp"
#include "core/utf8.hpp"
#include "output/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace thalweg::app {

namespace {

constexpr int kBarCells = 24;

ProgressStyle resolved(ProgressStyle style)
{
    if (style != ProgressStyle::automatic)
        return style;
    const char* term = std::getenv("TERM");
    const bool can_rewrite = is_terminal_stderr() && term && std::string_view(term) != "dumb";
    return can_rewrite ? ProgressStyle::bar : ProgressStyle::plain;
}

/// How often something new is shown, in seconds: an eye follows ten a second, a log wants few.
double interval_of(ProgressStyle style)
{
    return style == ProgressStyle::bar ? 0.1 : style == ProgressStyle::json ? 0.5 : 5;
}

std::string duration_text(double s)
{
    if (s < 60)
        return fmt::format("{:.{}f} s", s, s < 9.95 ? 1 : 0);
    const int whole = static_cast<int>(s);
    return whole < 3600 ? fmt::format("{}:{:02} min", whole / 60, whole % 60)
                        : fmt::format("{}:{:02} h", whole / 3600, whole / 60 % 60);
}

std::string bar_text(int done, int total)
{
    const int full = static_cast<int>(std::int64_t{kBarCells} * done / std::max(1, total));
    std::string cells;
    for (int i = 0; i < kBarCells; ++i)
        cells += i < full ? "━" : "╌";
    return tinted(cells, Tint::green);
}

} // namespace

std::string size_text(std::uintmax_t bytes)
{
    const double n = static_cast<double>(bytes);
    if (n < 1e3)
        return fmt::format("{} B", bytes);
    return n < 1e6 ? fmt::format("{:.1f} kB", n / 1e3)
        : n < 1e9  ? fmt::format("{:.2f} MB", n / 1e6)
                   : fmt::format("{:.2f} GB", n / 1e9);
}

ProgressReport::ProgressReport(ProgressStyle style)
    : style_(resolved(style))
{
}

ProgressReport::~ProgressReport()
{
    clear_bar();
}

double ProgressReport::seconds() const
{
    return std::chrono::duration<double>(Clock::now() - began_).count();
}

void ProgressReport::begin(const std::string& file, int frames)
{
    file_ = file;
    frames_ = frames;
    began_ = shown_ = Clock::now();
    if (style_ == ProgressStyle::bar && frames > 1)
        show(0, frames);
}

void ProgressReport::count(int done, int total)
{
    const auto now = Clock::now();
    if (style_ == ProgressStyle::none
        || std::chrono::duration<double>(now - shown_).count() < interval_of(style_))
        return;
    shown_ = now;
    show(done, total);
}

void ProgressReport::show(int done, int total)
{
    const double rate = done / std::max(seconds(), 1e-9);
    const double left_s = done > 0 ? (total - done) / rate : 0;
    if (style_ == ProgressStyle::json) {
        tell(fmt::format(
            R"({{"event":"progress","file":{},"frames":{},"of":{},"fps":{:.1f},"left_s":{:.1f}}})",
            output::json_string(file_), done, total, rate, left_s));
        return;
    }
    const std::string numbers = fmt::format("{}/{} frames, {:.0f} fps, {} left", done, total, rate,
        done > 0 ? duration_text(left_s) : "?");
    if (style_ == ProgressStyle::plain) {
        tell(fmt::format("{}: {}", printable(file_), numbers));
        return;
    }
    has_bar_ = true;
    tell_part(fmt::format("\r\x1b[K{} {} {}", printable(file_), bar_text(done, total), numbers));
}

void ProgressReport::clear_bar()
{
    if (has_bar_)
        tell_part("\r\x1b[K");
    has_bar_ = false;
}

void ProgressReport::warn(const Location& where, const std::string& message)
{
    clear_bar();
    if (style_ == ProgressStyle::json)
        tell(fmt::format(R"({{"event":"warning","where":{},"message":{}}})",
            output::json_string(where.text()), output::json_string(message)));
    else
        tell_warning(where, message);
}

void ProgressReport::end(std::uintmax_t bytes)
{
    clear_bar();
    const double s = seconds();
    const double rate = frames_ / std::max(s, 1e-9);
    if (style_ == ProgressStyle::none)
        return;
    if (style_ == ProgressStyle::json) {
        tell(fmt::format(
            R"({{"event":"done","file":{},"bytes":{},"frames":{},"seconds":{:.3f},"fps":{:.1f}}})",
            output::json_string(file_), bytes, frames_, s, rate));
        return;
    }
    std::string line = tinted(printable(file_), Tint::bold);
    if (bytes > 0)
        line += "  " + size_text(bytes);
    if (frames_ > 1)
        line += fmt::format("  {} frames  {:.0f} fps", frames_, rate);
    tell(fmt::format("{}  {}", line, duration_text(s)));
}

} // namespace thalweg::app
