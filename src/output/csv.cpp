#include "core/atomic_file.hpp"
#include "output/kinds.hpp"
#include "output/options.hpp"
#include "output/trace_text.hpp"

namespace thalweg::output {

namespace {

/// Every step of every run; names of several experiments are written "left.momentum".
class Csv final : public Output {
public:
    explicit Csv(const FileName& file)
        : Output(file)
    {
    }

    std::string_view kind() const override { return "csv"; }
    std::string describe() const override { return "every step of every run"; }
    int frames(const Production&) const override { return 0; }

    void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions&) const override
    {
        const experiment::Experiments& experiments = production.experiments();
        std::vector<std::string> names;
        std::vector<TracedRun> runs;
        names.reserve(experiments.run_count()); // runs refer to them
        for (const experiment::Experiment& one : experiments.all)
            for (std::size_t i = 0; i < one.plan.runs.size(); ++i) {
                names.push_back(
                    (one.plan.name.empty() ? "" : one.plan.name + ".") + one.plan.runs[i].name);
                runs.push_back({names.back(), one.trajectories[i]});
            }
        AtomicFile out(target);
        write_trace(runs, TraceFormat::csv, 1, [&](std::string_view text) { out.write(text); });
        out.commit();
    }
};

} // namespace

OutputPtr make_csv(Options& options, const ReadContext&)
{
    return std::make_shared<Csv>(read_file_name(options));
}

} // namespace thalweg::output
