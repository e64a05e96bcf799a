#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace thalweg {

/// How the program ends, as its exit code says.
enum class Exit { ok = 0, render = 1, usage = 2, scene = 3, limit = 4, output = 5 };

/// What went wrong, with the exit code that it leads to. The text is a whole sentence for the user.
class Error : public std::runtime_error {
public:
    Error(Exit code, const std::string& message)
        : std::runtime_error(message)
        , code_(code)
    {
    }
    Exit code() const { return code_; }

private:
    Exit code_;
};

/// A wrong command line.
struct UsageError : Error {
    explicit UsageError(const std::string& message)
        : Error(Exit::usage, message)
    {
    }
};

/// A limit is exceeded; the message says which one and how to raise it.
struct LimitError : Error {
    explicit LimitError(const std::string& message)
        : Error(Exit::limit, message)
    {
    }
};

/// A disk, a codec or a library refused: "could not <do>: <reason>".
struct OutputError : Error {
    OutputError(const std::string& doing, const std::string& reason)
        : Error(Exit::output, "could not " + doing + ": " + reason)
    {
    }
};

/// Any other failure while rendering.
struct RenderError : Error {
    explicit RenderError(const std::string& message)
        : Error(Exit::render, message)
    {
    }
};

/// SIGINT or SIGTERM arrived.
struct Interrupted : std::runtime_error {
    explicit Interrupted(int signal_number)
        : std::runtime_error("interrupted")
        , signal(signal_number)
    {
    }
    int signal;
};

} // namespace thalweg
