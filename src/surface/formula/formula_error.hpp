#pragma once

#include "core/error.hpp"

namespace thalweg::surface {

/// What is wrong with a formula, and at which of its characters, counted from 1.
class FormulaError : public Error {
public:
    FormulaError(int column, const std::string& message)
        : Error(Exit::scene, "in formula, column " + std::to_string(column) + ": " + message)
    {
    }
};

} // namespace thalweg::surface
