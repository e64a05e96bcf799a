// Trajectories and schedules beside those that PyTorch itself made
// (tests/support/pytorch_reference.py).
#include "optimizer/run.hpp"
#include "support/catch.hpp"
#include "support/table.hpp"
#include "unit/optimizer/made.hpp"

#include <algorithm>
#include <map>

using namespace thalweg;
using namespace thalweg::optimizer;
using test::optimizer_named;

namespace {

struct Case {
    std::string name;
    OptimizerSpec spec;
};

OptimizerSpec sgd(const test::Entries& more)
{
    Node node = test::mapping({{"kind", "sgd"}, {"noise", "0"}});
    const Node rest = test::mapping(more);
    node.entries.insert(node.entries.end(), rest.entries.begin(), rest.entries.end());
    return test::made(optimizer_kinds(), node);
}

/// The options of tests/support/pytorch_reference.py, by our names.
std::vector<Case> cases()
{
    return {
        {"sgd", sgd({{"learning_rate", "0.001"}})},
        {"sgd", optimizer_named("gradient-descent", {{"learning_rate", "0.001"}})},
        {"sgd-momentum", sgd({{"learning_rate", "0.0002"}, {"momentum", "0.9"}})},
        {"sgd-momentum",
            optimizer_named("momentum", {{"learning_rate", "0.0002"}, {"form", "accumulated"}})},
        {"sgd-momentum", optimizer_named("momentum", {{"learning_rate", "0.0002"}})},
        {"sgd-dampening",
            sgd({{"learning_rate", "0.0005"}, {"momentum", "0.9"}, {"dampening", "0.5"},
                {"weight_decay", "0.1"}})},
        {"sgd-nesterov",
            sgd({{"learning_rate", "0.0002"}, {"momentum", "0.9"}, {"nesterov", "true"}})},
        {"sgd-nesterov",
            optimizer_named("nesterov", {{"learning_rate", "0.0002"}, {"form", "accumulated"}})},
        {"adagrad", optimizer_named("adagrad", {{"learning_rate", "0.1"}})},
        {"adagrad-decay",
            optimizer_named("adagrad",
                {{"learning_rate", "0.2"}, {"decay", "0.01"}, {"weight_decay", "0.1"},
                    {"initial", "0.5"}})},
        {"adadelta", optimizer_named("adadelta")},
        {"adadelta-decay",
            optimizer_named("adadelta",
                {{"learning_rate", "5"}, {"decay", "0.8"}, {"epsilon", "1e-4"},
                    {"weight_decay", "0.1"}})},
        {"rmsprop", optimizer_named("rmsprop", {{"learning_rate", "0.01"}})},
        {"rmsprop-centred",
            optimizer_named("rmsprop",
                {{"learning_rate", "0.002"}, {"decay", "0.9"}, {"momentum", "0.5"},
                    {"centred", "true"}, {"weight_decay", "0.1"}})},
        {"adam", optimizer_named("adam", {{"learning_rate", "0.02"}})},
        {"adam-decay",
            optimizer_named("adam",
                {{"learning_rate", "0.05"}, {"beta1", "0.8"}, {"beta2", "0.99"},
                    {"epsilon", "1e-3"}, {"weight_decay", "0.1"}})},
        {"amsgrad", optimizer_named("amsgrad", {{"learning_rate", "0.02"}})},
        {"adamw", optimizer_named("adamw", {{"learning_rate", "0.02"}})},
        {"adamax", optimizer_named("adamax", {{"learning_rate", "0.02"}})},
        {"nadam", optimizer_named("nadam", {{"learning_rate", "0.02"}})},
        {"nadam-decay",
            optimizer_named("nadam",
                {{"learning_rate", "0.05"}, {"weight_decay", "0.1"}, {"momentum_decay", "0.02"}})},
        {"radam", optimizer_named("radam", {{"learning_rate", "0.001"}})},
        {"radam-decay",
            optimizer_named("radam",
                {{"learning_rate", "0.001"}, {"beta1", "0.8"}, {"beta2", "0.9"},
                    {"weight_decay", "0.1"}})},
    };
}

} // namespace

TEST_CASE("trajectories equal PyTorch's to 1e-9 over 300 steps", "[optimizer]")
{
    const auto expected = test::read_table("tests/data/pytorch-trajectories.csv");
    std::map<std::string, int> seen;
    for (const Case& c : cases()) {
        INFO(c.name << " by " << c.spec.kind);
        ++seen[c.name];
        const auto path
            = run(*test::surface_named("himmelblau"), c.spec, {-1.5, 1.5}, {.steps = 300});
        REQUIRE(path.steps() == 300);
        double worst = 0;
        for (const auto& row : expected.at(c.name)) {
            const Vec2 p = path.points.at(static_cast<std::size_t>(row[0]));
            worst = std::max(worst, distance(p, {row[1], row[2]}));
        }
        CHECK(worst < 1e-9);
    }
    CHECK(seen.size() == expected.size());
}
