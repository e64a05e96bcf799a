#include "core/node.hpp"
#include "scene/scene.hpp"
#include "scene/yaml.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/scenes.hpp"

#include <cstdlib>
#include <sstream>

#include <fmt/format.h>

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr const char* kPublished
    = "surface: rosenbrock\nstart: [-1.5, 1.5]\nsteps: 2000\ngradient: central-difference\n"
      "optimizers: [{kind: gradient-descent, learning_rate: 0.001}]\n";

constexpr const char* kTwoRuns
    = "surface: bowl\nstart: [1, 0]\nsteps: 10\noptimizers:\n"
      "  - {kind: gradient-descent, label: 'a, \"b\"', learning_rate: 0.1}\n"
      "  - {kind: momentum, label: second, learning_rate: 0.1}\n";

std::string traced(const std::string& scene, const std::vector<std::string>& options)
{
    const TemporaryFolder folder;
    write_file(folder / "scene.yaml", scene);
    std::vector<std::string> words = {"trace", folder / "scene.yaml"};
    words.insert(words.end(), options.begin(), options.end());
    const Ended ended = run_thalweg(words);
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    return ended.out;
}

std::vector<std::string> words_of(const std::string& line)
{
    std::istringstream in(line);
    std::vector<std::string> words;
    for (std::string word; in >> word;)
        words.push_back(word);
    return words;
}

std::vector<double> numbers_of(const std::string& csv_row)
{
    std::istringstream in(csv_row);
    std::vector<double> numbers;
    for (std::string field; std::getline(in, field, ',');)
        numbers.push_back(std::strtod(field.c_str(), nullptr));
    return numbers;
}

} // namespace

TEST_CASE("the table gives the published trace digit by digit", "[app]")
{
    const auto rows = lines_of(traced(kPublished, {}));
    const auto published = lines_of(read_file("tests/data/rosenbrock-trace.csv"));
    REQUIRE(rows.size() == 2 + 2001 + 1); // name, head; steps; outcome and cost
    CHECK(rows.back() == "still moving after step 2000 (8000 evaluations)"); // 4 a gradient
    for (std::size_t k = 0; k + 1 < published.size(); ++k) {
        auto words = words_of(rows[2 + k]);
        REQUIRE(words.size() == 4);
        for (std::size_t i : {1U, 2U})
            if (words[i].starts_with('+')) // the published one writes no sign here
                words[i].erase(0, 1);
        CHECK(
            fmt::format("{},{},{},{}", words[0], words[1], words[2], words[3]) == published[k + 1]);
    }
    const auto last = words_of(rows[2 + 2000]);
    CHECK(std::strtod(last[1].c_str(), nullptr) == Approx(0.654).margin(0.0005));
    CHECK(std::strtod(last[2].c_str(), nullptr) == Approx(0.427).margin(0.0005));
    CHECK(std::strtod(last[3].c_str(), nullptr) == Approx(0.12).margin(0.005));
}

TEST_CASE("CSV gives back the very doubles", "[app]")
{
    const auto lines = lines_of(
        traced("surface: rosenbrock\nsteps: 50\noptimizers: [momentum]\n", {"--format", "csv"}));
    CHECK(lines.at(0) == "run,step,x,y,loss,gradient_norm,learning_rate");
    REQUIRE(lines.size() == 52);
    const TemporaryFolder folder;
    write_file(folder / "scene.yaml", "surface: rosenbrock\nsteps: 50\noptimizers: [momentum]\n");
    const auto plan = scene::load_scene(folder / "scene.yaml").experiments.at(0);
    for (std::size_t k = 0; k <= 50; ++k) {
        const auto row = numbers_of(lines[k + 1]);
        REQUIRE(row.size() == 7);
        CHECK(row[1] == static_cast<double>(k));
        CHECK(row[4] == plan.surface->value({row[2], row[3]})); // to the last bit
    }
}

TEST_CASE("names that need it are quoted in CSV as RFC 4180 says", "[app]")
{
    const auto lines = lines_of(traced(kTwoRuns, {"--format", "csv"}));
    CHECK(lines.at(1).starts_with("\"a, \"\"b\"\"\",0,1,0,1,2,"));
    CHECK(lines.at(12).starts_with("second,0,1,0,1,2,"));
}

TEST_CASE("option --run and --every choose rows, the last always among them", "[app]")
{
    const auto lines
        = lines_of(traced(kTwoRuns, {"--format", "csv", "--run", "second", "--every", "4"}));
    REQUIRE(lines.size() == 5);
    CHECK(lines[1].starts_with("second,0,"));
    CHECK(lines[2].starts_with("second,4,"));
    CHECK(lines[3].starts_with("second,8,"));
    CHECK(lines[4].starts_with("second,10,"));
}

TEST_CASE("JSON is well formed and says how runs ended", "[app]")
{
    const Node root
        = scene::parse_yaml(traced(kTwoRuns, {"--format", "json"}), "json"); // JSON is YAML
    const Node& runs = *root.find("runs");
    REQUIRE(runs.items.size() == 2);
    CHECK(runs.items[0].find("run")->text == "a, \"b\"");
    CHECK(runs.items[0].find("outcome")->text == "running");
    CHECK(runs.items[0].find("steps")->items.size() == 11);
    // On the bowl a step of gradient descent multiplies the point by 1 - 2 * 0.1.
    CHECK(std::strtod(runs.items[0].find("steps")->items[2].find("x")->text.c_str(), nullptr)
        == Approx(0.64).epsilon(1e-15));
}

TEST_CASE("a diverging run is a result, told at its end", "[app]")
{
    const std::string scene = "surface: bowl\nstart: [1, 0]\nsteps: 1000\n"
                              "optimizers: [{kind: gradient-descent, learning_rate: 50}]\n";
    CHECK_THAT(traced(scene, {}), Catch::Contains("diverged at step"));
    CHECK_THAT(traced(scene, {"--format", "json"}), Catch::Contains("\"outcome\":\"diverged\""));
}

// Of x² + y²: [[2, 0], [0, 2]]; of x² - y²: [[2, 0], [0, -2]]; of Rosenbrock's function at (1, 1):
// [[802, -400], [-400, 200]], whose eigenvalues are 501 ± √250601 and their product 400.
TEST_CASE("option --with adds what the Hessian is like", "[app]")
{
    const double greater = 501 + std::sqrt(250601.0), smaller = 400 / greater;
    const std::vector<std::pair<std::string, std::pair<double, double>>> expected{
        {"bowl", {1, 2}}, {"saddle", {1, -2}}, {"rosenbrock", {greater / smaller, smaller}}};
    for (const auto& [surface, numbers] : expected) {
        INFO(surface);
        const auto rows = lines_of(
            traced("surface: " + surface + "\nstart: [1, 1]\nsteps: 1\noptimizers: [momentum]\n",
                {"--format", "csv", "--with", "condition_number,smallest_eigenvalue"}));
        const auto row = numbers_of(rows.at(1));
        CHECK(row.at(7) == Approx(numbers.first).epsilon(1e-11));
        CHECK(row.at(8) == Approx(numbers.second).epsilon(1e-11));
    }
}

TEST_CASE("option --with trials tells how many points each step's line search tried", "[app]")
{
    // Newton's full step from (1, 0) on x² + y² ends at 0; one of 8 times its length falls again
    // only when halved three times: 8, 4, 2 (as high as before), 1. The others look at value and
    // gradient of each point, and once more at the start: evaluations are 2 (trials + 1).
    const auto lines
        = lines_of(traced("surface: bowl\nstart: [1, 0]\nsteps: 1\noptimizers:\n  - momentum\n"
                          "  - {kind: newton, form: line-search, learning_rate: 8}\n"
                          "  - bfgs\n  - {kind: conjugate-gradient, search: exact}\n",
            {"--format", "csv", "--with", "trials,evaluations"}));
    const auto row = [&](std::size_t k) { return numbers_of(lines.at(k)); };
    CHECK(row(2).at(7) == 0);
    CHECK(row(3).at(7) == 0);
    CHECK(row(4).at(7) == 4);
    for (const std::size_t k : {6U, 8U}) {
        CHECK(row(k).at(7) > 0);
        CHECK(row(k).at(8) == 2 * (row(k).at(7) + 1));
    }
}

// v ← 0.5 v − 0.1 g on x² + y² from (1, 0): g = 2 x, so that v is −0.2, then −0.1 − 0.2 · 0.8.
TEST_CASE("option --with tells the velocity of momentum, and of no other rule", "[app]")
{
    const auto lines
        = lines_of(traced("surface: bowl\nstart: [1, 0]\nsteps: 2\noptimizers:\n"
                          "  - {kind: momentum, learning_rate: 0.1, momentum: 0.5}\n"
                          "  - {kind: momentum, learning_rate: 0.1, momentum: 0.5, form: "
                          "accumulated, name: accumulated}\n"
                          "  - gradient-descent\n",
            {"--format", "csv", "--with", "velocity_x,velocity_y"}));
    for (const std::size_t first : {1U, 4U}) {
        CHECK(numbers_of(lines.at(first)).at(7) == 0);
        CHECK(numbers_of(lines.at(first + 1)).at(7) == Approx(-0.2));
        CHECK(numbers_of(lines.at(first + 2)).at(7) == Approx(-0.26));
        CHECK(numbers_of(lines.at(first + 2)).at(8) == 0);
    }
    CHECK(lines.at(8).ends_with(",,"));
}

// The Hessian of Rosenbrock's function at its minimum (1, 1) is [[802, -400], [-400, 200]]; its
// largest eigenvalue is 501 + sqrt(250601) = 1001.6006, and momentum's limit 2 (1 + 0.9) over it.
TEST_CASE("option --with adds evaluations and stability", "[app]")
{
    const std::string scene = "surface: rosenbrock\nstart: [1, 1]\nsteps: 3\noptimizers:\n"
                              "  - {kind: momentum, momentum: 0.9}\n  - adam\n  - lion\n";
    const auto lines = lines_of(traced(scene,
        {"--format", "csv", "--every", "3", "--with",
            "evaluations,sharpness,critical_learning_rate"}));
    CHECK(lines.at(0)
        == "run,step,x,y,loss,gradient_norm,learning_rate,evaluations,sharpness,"
           "critical_learning_rate");
    const double sharpness = 501 + std::sqrt(250601.0);
    const auto first = numbers_of(lines.at(1));
    REQUIRE(first.size() == 10);
    CHECK(first[7] == 0);
    CHECK(first[8] == Approx(sharpness).epsilon(1e-14));
    CHECK(first[9] == Approx(2 * 1.9 / sharpness).epsilon(1e-14));
    CHECK(lines.at(2).starts_with("momentum,1,")); // at rest after one step
    // Adam's, where it rests: 2 · 1.9 / 0.1 times its epsilon.
    CHECK(numbers_of(lines.at(3)).at(9) == Approx(38e-8 / sharpness).epsilon(1e-13));
    CHECK(lines.back().back() == ','); // Lion has no such limit
    const Node root
        = scene::parse_yaml(traced(scene, {"--format", "json", "--with", "sharpness"}), "json");
    const Node& run = root.find("runs")->items.at(1);
    CHECK(run.find("evaluations")->text == run.find("ended_at")->text); // one a step
    CHECK(run.find("steps")->items.at(0).find("sharpness")->text.starts_with("1001.6"));
    CHECK_THAT(traced(scene, {"--with", "critical_learning_rate"}), Catch::Contains("–\n"));
}
