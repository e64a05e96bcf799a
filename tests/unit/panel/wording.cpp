#include "panel/wording.hpp"

#include "placed.hpp"
#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

/// What is said of runs with these learning rates at the start, in the middle and at the end.
std::vector<std::string> said(const std::vector<std::vector<double>>& rates)
{
    experiment::Experiment one = experiment_of(
        std::vector<std::vector<Vec2>>(rates.size(), {{-1.5, 1.5}, {0, 0.5}, {1, 1}}));
    for (std::size_t i = 0; i < rates.size(); ++i) {
        one.plan.runs[i].optimizer.facts.learning_rate = 1;
        one.trajectories[i].learning_rates = rates[i];
    }
    std::vector<std::string> texts = rate_texts(one);
    texts.push_back(shared_rate_text(*all_of({one})));
    return texts;
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("learning rates are written as numbers of pictures are", "[panel][wording]")
{
    CHECK(said({{0.001, 0.001, 0.001}}) == Words{"learning rate 0.001", "learning rate 0.001"});
    CHECK(said({{1e-6, 1e-6, 1e-6}}).front() == "learning rate $10^{-6}$");
    CHECK(said({{0.00025, 0.00025, 0.00025}}).front() == "learning rate 0.00025");
    CHECK(said({{2.5e-7, 2.5e-7, 2.5e-7}}).front() == "learning rate 2.5·$10^{-7}$");
    CHECK(said({{0.2, 0.1, 0.0100000001}}).front() == "learning rate 0.2 → 0.01");
    CHECK(said({{0.2, 0.1, 1.00004e-6}}).front() == "learning rate 0.2 → $10^{-6}$");
    CHECK(said({{0.1, 0.1, 0.1}, {0.2, 0.2, 0.2}}).back().empty());
}

TEST_CASE("a learning rate that goes without saying is not said", "[panel][wording]")
{
    CHECK(said({{1, 1, 1}}).front().empty()); // a rule of whole steps
    experiment::Experiment one = experiment_of({{{-1.5, 1.5}, {1, 1}}, {{-1.5, 1.5}, {1, 1}}});
    for (std::size_t i = 0; i < 2; ++i) {
        one.plan.runs[i].optimizer.facts.learning_rate = 0.01;
        one.trajectories[i].learning_rates = {0.02, 0.02};
    }
    one.plan.runs[0].title = "s = 0.02";
    one.plan.runs[1].title = "s = 0.022";
    CHECK(rate_texts(one) == Words{"", "learning rate 0.02"});
}

TEST_CASE("runs of several experiments say which they are of", "[panel][wording]")
{
    const auto one = [](const std::string& name) {
        return experiment_of({{{-1.5, 1.5}, {1, 1}}, {{-1.5, 1.5}, {1, 1}}}, "rosenbrock", name);
    };
    const auto both = all_of({one("left"), one("right")});
    CHECK(names_in_list(*both, std::vector<std::size_t>{0, 3})
        == Words{"left: run 1", "right: run 2"});
    CHECK(names_in_list(*both, std::vector<std::size_t>{2, 3}) == Words{"run 1", "run 2"});
}

TEST_CASE("kinds are words in pictures", "[panel][wording]")
{
    CHECK(kind_in_words("gradient-descent") == "gradient descent");
    CHECK(kind_in_words("rmsprop") == "RMSProp");
    CHECK(kind_in_words("formula").empty());
    CHECK(capitalized("momentum") == "Momentum");
    CHECK(capitalized("ρ") == "ρ");
    CHECK(words_of("the $x + y$ plane") == Words{"the", "$x + y$", "plane"});
}
