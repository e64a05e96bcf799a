#include "panel/wording.hpp"

#include "panel/numbers.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

using Word = std::pair<std::string_view, std::string_view>;

/// Kinds whose words are not those of their names.
constexpr std::array kWords{Word{"nesterov", "Nesterov"}, Word{"adagrad", "AdaGrad"},
    Word{"adadelta", "Adadelta"}, Word{"rmsprop", "RMSProp"}, Word{"adam", "Adam"},
    Word{"amsgrad", "AMSGrad"}, Word{"adamw", "AdamW"}, Word{"adamax", "AdaMax"},
    Word{"nadam", "NAdam"}, Word{"radam", "RAdam"}, Word{"lion", "Lion"}, Word{"sgd", "SGD"},
    Word{"newton", "Newton"}, Word{"gauss-newton", "Gauss–Newton"}, Word{"bfgs", "BFGS"},
    Word{"cma-es", "CMA-ES"}, Word{"nelder-mead", "Nelder–Mead"}, Word{"rosenbrock", "Rosenbrock"},
    Word{"himmelblau", "Himmelblau"}, Word{"beale", "Beale"}, Word{"booth", "Booth"},
    Word{"matyas", "Matyas"}, Word{"branin", "Branin"}, Word{"goldstein-price", "Goldstein–Price"},
    Word{"mccormick", "McCormick"}, Word{"styblinski-tang", "Styblinski–Tang"},
    Word{"rastrigin", "Rastrigin"}, Word{"ackley", "Ackley"}, Word{"griewank", "Griewank"},
    Word{"levy", "Levy"}, Word{"easom", "Easom"}, Word{"bukin", "Bukin"},
    Word{"schaffer", "Schaffer"}, Word{"gaussian-mixture", "Gaussian mixture"},
    Word{"n-hump-camel", "n-hump camel"}, Word{"three-hump-camel", "three-hump camel"},
    Word{"six-hump-camel", "six-hump camel"}, Word{"cross-in-tray", "cross-in-tray"},
    Word{"double-well", "double well"}, Word{"least-squares", "least squares"},
    Word{"logistic", "logistic regression"}, Word{"grid", "measured data"}, Word{"formula", ""}};

/// Whole steps of rules that scale their steps themselves, and numbers that the run's name holds.
bool goes_without_saying(const experiment::RunPlan& run, double rate)
{
    const bool is_whole_step = rate == 1 && run.optimizer.facts.learning_rate == 1;
    const std::vector<std::string> words = words_of(run.title);
    return is_whole_step || std::ranges::find(words, exact_number(rate)) != words.end();
}

std::string rate_text(const experiment::RunPlan& run, const optimizer::Trajectory& path)
{
    if (run.optimizer.path || run.optimizer.facts.learning_rate == 0 || path.learning_rates.empty())
        return "";
    const std::vector<double>& rates = path.learning_rates;
    // Schedules that come back to where they began are told by the middle.
    const bool changes = rates.front() != rates.back() || rates.front() != rates[rates.size() / 2];
    if (!changes)
        return goes_without_saying(run, rates.front())
            ? ""
            : "learning rate " + exact_number(rates.front());
    const auto shortened
        = [](double v) { return exact_number(std::stod(fmt::format("{:.3g}", v))); };
    return fmt::format("learning rate {} → {}", shortened(rates.front()), shortened(rates.back()));
}

} // namespace

std::string kind_in_words(std::string_view kind)
{
    const auto* const word = std::ranges::find(kWords, kind, &Word::first);
    if (word != kWords.end())
        return std::string(word->second);
    std::string words(kind);
    std::ranges::replace(words, '-', ' ');
    return words;
}

std::string capitalized(std::string text)
{
    if (!text.empty() && std::islower(static_cast<unsigned char>(text.front())))
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

std::vector<std::string> names_in_list(
    const experiment::Experiments& experiments, std::span<const std::size_t> runs)
{
    const bool are_of_one = std::ranges::all_of(runs, [&](std::size_t run) {
        return &experiments.of_run(run) == &experiments.of_run(runs.front());
    });
    std::vector<std::string> names;
    for (const std::size_t run : runs) {
        const std::string& title = experiments.run_plan(run).title;
        names.push_back(
            are_of_one ? title : fmt::format("{}: {}", experiments.of_run(run).plan.name, title));
    }
    return names;
}

std::vector<std::string> rate_texts(const experiment::Experiment& experiment)
{
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < experiment.plan.runs.size(); ++i)
        texts.push_back(rate_text(experiment.plan.runs[i], experiment.trajectories[i]));
    return texts;
}

std::string shared_rate_text(const experiment::Experiments& experiments)
{
    std::vector<std::string> texts;
    for (const experiment::Experiment& one : experiments.all)
        for (std::string& text : rate_texts(one))
            texts.push_back(std::move(text));
    const bool is_shared = !texts.empty()
        && std::ranges::all_of(texts, [&](const auto& text) { return text == texts.front(); });
    return is_shared ? texts.front() : "";
}

std::vector<std::string> words_of(const std::string& text)
{
    std::vector<std::string> words(1);
    bool is_formula = false;
    for (const char c : text) {
        is_formula ^= c == '$';
        if (c == ' ' && !is_formula)
            words.emplace_back();
        else
            words.back() += c;
    }
    std::erase(words, "");
    return words;
}

} // namespace thalweg::panel
