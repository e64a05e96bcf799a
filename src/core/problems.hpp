#pragma once

#include "core/error.hpp"

#include <string>
#include <vector>

namespace thalweg {

/// A place in a text file; line and column count from 1, 0 means unknown.
struct Location {
    std::string file;
    int line = 0, column = 0;

    std::string text() const; ///< "file:line:column"
};

/// One thing that is wrong with a scene, and where.
struct Problem {
    Location where;
    std::string message;

    std::string text() const { return where.text() + ": " + message; }
};

/// A scene that cannot be rendered. `what()` lists every problem, a line each.
class SceneError : public Error {
public:
    explicit SceneError(std::vector<Problem> problems);
    const std::vector<Problem>& problems() const { return problems_; }

private:
    std::vector<Problem> problems_;
};

/// Collects what is wrong, so that a user sees all of it at once.
class Problems {
public:
    /// Adds a problem, unless it has been added before.
    void add(Location where, std::string message);
    bool empty() const { return list_.empty(); }
    const std::vector<Problem>& list() const { return list_; }
    /// Throws SceneError where there are any, in the order of the file.
    void throw_if_any();

private:
    std::vector<Problem> list_;
};

/// ` (did you mean "x"?)` for the candidate nearest to a mistyped word, or nothing where none is
/// near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

} // namespace thalweg
