#include "output/trace_text.hpp"

#include "output/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace thalweg::output {

namespace {

constexpr std::size_t kPiece = 1 << 16; ///< bytes gathered before the sink sees them

/// Readers take "#" at the start of a line for a comment.
std::string csv_field(const std::string& text)
{
    if (text.find_first_of(",\"\r\n#") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string csv_row(const std::string& name, const TracedRun& run, std::size_t k)
{
    const optimizer::Trajectory& path = run.path;
    std::string row
        = fmt::format("{},{},{:.17g},{:.17g},{:.17g},{:.17g},{:.17g}", name, k, path.points[k].x,
            path.points[k].y, path.losses[k], path.gradient_norms[k], path.learning_rates[k]);
    for (const ExtraColumn& column : run.extra)
        row += std::isnan(column.values[k]) ? "," : fmt::format(",{:.17g}", column.values[k]);
    return row + '\n';
}

/// Wide enough for its head and for a number.
std::size_t width_of(const ExtraColumn& column)
{
    return std::max<std::size_t>(column.name.size(), 12);
}

std::string table_head(const TracedRun& run)
{
    std::string head = fmt::format("{:>7} {:>12} {:>12} {:>16}", "step", "x", "y", "loss");
    for (const ExtraColumn& column : run.extra)
        head += fmt::format(" {:>{}}", column.name, width_of(column));
    return head + '\n';
}

std::string table_row(const TracedRun& run, std::size_t k)
{
    const optimizer::Trajectory& path = run.path;
    std::string row = fmt::format("{:>7} {:>+12.5f} {:>+12.5f} {:>16.6f}", k, path.points[k].x,
        path.points[k].y, path.losses[k]);
    for (const ExtraColumn& column : run.extra) {
        const double v = column.values[k];
        row += fmt::format(
            " {:>{}}", std::isnan(v) ? "–" : fmt::format("{:.6g}", v), width_of(column));
    }
    return row + '\n';
}

std::string json_row(const TracedRun& run, std::size_t k)
{
    const optimizer::Trajectory& path = run.path;
    std::string row = fmt::format(
        R"({}{{"step":{},"x":{},"y":{},"loss":{},"gradient_norm":{},"learning_rate":{})",
        k > 0 ? "," : "", k, json_number(path.points[k].x), json_number(path.points[k].y),
        json_number(path.losses[k]), json_number(path.gradient_norms[k]),
        json_number(path.learning_rates[k]));
    for (const ExtraColumn& column : run.extra)
        row += fmt::format(R"(,"{}":{})", column.name, json_number(column.values[k]));
    return row + '}';
}

std::string_view word(optimizer::Outcome outcome)
{
    switch (outcome) {
    case optimizer::Outcome::running:
        return "running";
    case optimizer::Outcome::converged:
        return "converged";
    case optimizer::Outcome::stopped:
        return "stopped";
    case optimizer::Outcome::diverged:
    case optimizer::Outcome::undefined:
        return optimizer::lost_word(outcome);
    }
    return "";
}

/// Calls row(k) for each step that is shown, and hands on what it gives.
template <class Row>
void write_rows(const optimizer::Trajectory& path, int every, const TextSink& sink, Row row)
{
    const auto last = path.points.size() - 1;
    std::string piece;
    for (std::size_t k = 0; k <= last; ++k) {
        if (k % static_cast<std::size_t>(every) != 0 && k != last)
            continue;
        piece += row(k);
        if (piece.size() >= kPiece) {
            sink(piece);
            piece.clear();
        }
    }
    sink(piece);
}

void write_csv(std::span<const TracedRun> runs, int every, const TextSink& sink)
{
    std::string head = "run,step,x,y,loss,gradient_norm,learning_rate";
    if (!runs.empty())
        for (const ExtraColumn& column : runs.front().extra)
            head += fmt::format(",{}", column.name);
    sink(head + '\n');
    for (const TracedRun& run : runs) {
        const std::string name = csv_field(run.name);
        write_rows(run.path, every, sink, [&](std::size_t k) { return csv_row(name, run, k); });
    }
}

std::string cost_text(const optimizer::Trajectory& path)
{
    const std::int64_t cost = path.evaluations.back();
    return fmt::format("{} evaluation{}", cost, cost == 1 ? "" : "s");
}

/// "converged at step 311", and why it ended where there is more to say.
std::string ending_text(const optimizer::Trajectory& path)
{
    std::string text = optimizer::outcome_text(path);
    if (path.outcome == optimizer::Outcome::running)
        text += fmt::format(" after step {}", path.ended_at);
    return path.note.empty() ? text : fmt::format("{}: {}", text, path.note);
}

void write_table(std::span<const TracedRun> runs, int every, const TextSink& sink)
{
    for (const TracedRun& run : runs) {
        sink(fmt::format("{}{}\n{}", &run == runs.data() ? "" : "\n", run.name, table_head(run)));
        write_rows(run.path, every, sink, [&](std::size_t k) { return table_row(run, k); });
        sink(fmt::format("{} ({})\n", ending_text(run.path), cost_text(run.path)));
    }
}

void write_json(std::span<const TracedRun> runs, int every, const TextSink& sink)
{
    sink("{\"runs\":[");
    for (const TracedRun& run : runs) {
        sink(fmt::format(R"({}{{"run":{},"outcome":"{}","ended_at":{},"evaluations":{},"steps":[)",
            &run == runs.data() ? "" : ",", json_string(run.name), word(run.path.outcome),
            run.path.ended_at, run.path.evaluations.back()));
        write_rows(run.path, every, sink, [&](std::size_t k) { return json_row(run, k); });
        sink("]}");
    }
    sink("]}\n");
}

} // namespace

void write_trace(
    std::span<const TracedRun> runs, TraceFormat format, int every, const TextSink& sink)
{
    switch (format) {
    case TraceFormat::table:
        return write_table(runs, every, sink);
    case TraceFormat::csv:
        return write_csv(runs, every, sink);
    case TraceFormat::json:
        return write_json(runs, every, sink);
    }
}

} // namespace thalweg::output
