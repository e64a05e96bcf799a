#include "panel/marker.hpp"

#include "placed.hpp"
#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

experiment::ExperimentsPtr runs_of(std::size_t count)
{
    return all_of({experiment_of(std::vector<std::vector<Vec2>>(count, {{-1.5, 1.5}, {1, 1}}))});
}

std::vector<Mark> marks_of(const experiment::Experiments& experiments)
{
    std::vector<Mark> marks;
    for (std::size_t run = 0; run < experiments.run_count(); ++run)
        marks.push_back(mark_of(experiments, run));
    return marks;
}

/// Do they look alike where there is no colour?
bool are_of_one_form(const Mark& a, const Mark& b)
{
    return a.number == b.number && (a.number || (a.shape == b.shape && a.fill == b.fill));
}

} // namespace

TEST_CASE("no two runs share their mark, whatever their colours", "[panel][marker]")
{
    for (std::size_t count = 1; count <= 60; ++count) {
        const std::vector<Mark> marks = marks_of(*runs_of(count));
        for (std::size_t a = 0; a < marks.size(); ++a)
            for (std::size_t b = 0; b < a; ++b)
                CHECK_FALSE(are_of_one_form(marks[a], marks[b]));
        for (const Mark& mark : marks)
            CHECK(mark.number.has_value() == (count > kDistinctMarks));
    }
}

TEST_CASE("runs of one shape differ in colour as well", "[panel][marker]")
{
    const auto experiments = runs_of(kDistinctMarks);
    const std::vector<Mark> marks = marks_of(*experiments);
    for (const canvas::Theme theme : {canvas::Theme::dark, canvas::Theme::light})
        for (std::size_t a = 0; a < marks.size(); ++a)
            for (std::size_t b = 0; b < a; ++b)
                if (marks[a].shape == marks[b].shape)
                    CHECK(run_color(canvas::palette(theme), *experiments, a)
                        != run_color(canvas::palette(theme), *experiments, b));
}

TEST_CASE("marks of one name in several experiments are alike", "[panel][marker]")
{
    experiment::Experiment left = runs_of(20)->all.front(), right = left;
    left.plan.name = "left";
    right.plan.name = "right";
    const auto both = all_of({left, right}); // 40 runs, yet 20 names
    CHECK(mark_of(*both, 3) == mark_of(*both, 23));
    CHECK_FALSE(mark_of(*both, 39).number);
}

TEST_CASE("a mark keeps inside its extent, and its number inside its disc", "[panel][marker]")
{
    canvas::Typesetter type;
    for (const std::size_t count : {kDistinctMarks, std::size_t{1000}}) {
        const auto experiments = runs_of(count);
        for (std::size_t run = 0; run<count; run += count> 100 ? 111 : 1) {
            canvas::Recorder recorder(
                canvas::palette(canvas::Theme::dark), type, {{-99, 99}, {-99, 99}}, false);
            const Mark mark = mark_of(*experiments, run);
            draw_mark(recorder, mark, {0, 0}, {.radius = 6, .number_size = 11});
            const Box extent = mark_extent(mark, 6, 11);
            for (const canvas::RecordedFill& fill : recorder.fills())
                CHECK(hull(extent, fill.extent) == extent);
            for (const canvas::RecordedText& text : recorder.texts()) {
                CHECK(text.text == std::to_string(run + 1));
                CHECK(text.box.width() < extent.width());
            }
            CHECK(recorder.texts().size() == (mark.number ? 1 : 0));
        }
    }
}
