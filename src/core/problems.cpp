#include "core/problems.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace thalweg {

namespace {

/// Edit distance that counts a swap of neighbours as one.
/// Source  optimal string alignment: F. J. Damerau, CACM 7(3), 1964
std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
    std::iota(previous.begin(), previous.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            current[j] = std::min(
                {previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                current[j] = std::min(current[j], before[j - 2] + 1);
        }
        before.swap(previous);
        previous.swap(current);
    }
    return previous[b.size()];
}

std::string joined(const std::vector<Problem>& problems)
{
    std::string text;
    for (const Problem& problem : problems) {
        if (!text.empty())
            text += '\n';
        text += problem.text();
    }
    return text;
}

} // namespace

std::string Location::text() const
{
    if (line == 0)
        return file;
    return fmt::format("{}:{}:{}", file, line, column);
}

SceneError::SceneError(std::vector<Problem> problems)
    : Error(Exit::scene, joined(problems))
    , problems_(std::move(problems))
{
}

void Problems::add(Location where, std::string message)
{
    std::ranges::replace(message, '\n', ' '); // a line each, whatever it quotes
    Problem problem{std::move(where), std::move(message)};
    const std::string text = problem.text();
    if (std::ranges::find(list_, text, &Problem::text) == list_.end())
        list_.push_back(std::move(problem));
}

void Problems::throw_if_any()
{
    if (list_.empty())
        return;
    std::ranges::stable_sort(list_, [](const Problem& a, const Problem& b) {
        return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
    });
    throw SceneError(list_);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates)
{
    const std::string* best = nullptr;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string& candidate : candidates)
        if (const std::size_t d = edit_distance(word, candidate); d < least) {
            least = d;
            best = &candidate;
        }
    return best ? fmt::format(" (did you mean \"{}\"?)", *best) : "";
}

} // namespace thalweg
