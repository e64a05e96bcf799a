#include "app/trace_text.hpp"

#include "app/json.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thalweg {

namespace {

constexpr std::size_t kPiece = 1 << 16; ///< bytes gathered before the sink sees them

std::string csv_field(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string csv_row(const std::string& run, const Trajectory& path, std::size_t k)
{
    return fmt::format("{},{},{:.17g},{:.17g},{:.17g},{:.17g},{:.17g}\n", run, k, path.points[k].x,
        path.points[k].y, path.losses[k], path.gradient_norms[k], path.learning_rates[k]);
}

std::string table_row(const Trajectory& path, std::size_t k)
{
    return fmt::format("{:>7} {:>+12.5f} {:>+12.5f} {:>16.6f}\n", k, path.points[k].x,
        path.points[k].y, path.losses[k]);
}

std::string json_row(const Trajectory& path, std::size_t k)
{
    return fmt::format(
        R"({}{{"step":{},"x":{},"y":{},"loss":{},"gradient_norm":{},"learning_rate":{}}})",
        k > 0 ? "," : "", k, json_number(path.points[k].x), json_number(path.points[k].y),
        json_number(path.losses[k]), json_number(path.gradient_norms[k]),
        json_number(path.learning_rates[k]));
}

std::string_view word(Outcome outcome)
{
    switch (outcome) {
    case Outcome::running:
        return "running";
    case Outcome::converged:
        return "converged";
    case Outcome::stopped:
        return "stopped";
    case Outcome::diverged:
        return "diverged";
    }
    return "";
}

/// Calls row(k) for each step that is shown, and hands on what it gives.
template <class Row>
void write_rows(const Trajectory& path, int every, const TextSink& sink, Row row)
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
    sink("run,step,x,y,loss,gradient_norm,learning_rate\n");
    for (const TracedRun& run : runs) {
        const std::string name = csv_field(run.name);
        write_rows(
            run.path, every, sink, [&](std::size_t k) { return csv_row(name, run.path, k); });
    }
}

void write_table(std::span<const TracedRun> runs, int every, const TextSink& sink)
{
    for (const TracedRun& run : runs) {
        sink(fmt::format("{}{}\n{:>7} {:>12} {:>12} {:>16}\n", &run == runs.data() ? "" : "\n",
            run.name, "step", "x", "y", "loss"));
        write_rows(run.path, every, sink, [&](std::size_t k) { return table_row(run.path, k); });
        sink(fmt::format("{}\n", outcome_text(run.path)));
    }
}

void write_json(std::span<const TracedRun> runs, int every, const TextSink& sink)
{
    sink("{\"runs\":[");
    for (const TracedRun& run : runs) {
        sink(fmt::format(R"({}{{"run":{},"outcome":"{}","ended_at":{},"steps":[)",
            &run == runs.data() ? "" : ",", json_string(run.name), word(run.path.outcome),
            run.path.ended_at));
        write_rows(run.path, every, sink, [&](std::size_t k) { return json_row(run.path, k); });
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

std::string outcome_text(const Trajectory& path)
{
    const std::string_view form = path.outcome == Outcome::running ? "still moving after step {}"
        : path.outcome == Outcome::converged                       ? "converged at step {}"
        : path.outcome == Outcome::stopped                         ? "stopped at step {}"
                                                                   : "diverged at step {}";
    std::string text = fmt::format(fmt::runtime(form), path.ended_at);
    return path.note.empty() ? text : fmt::format("{}: {}", text, path.note);
}

} // namespace thalweg
