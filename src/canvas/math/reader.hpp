#pragma once

#include "canvas/math/commands.hpp"
#include "canvas/math/parser.hpp"

#include <string>

namespace thalweg::canvas {

/// Reads one formula from left to right. For parse_math alone, whose parts are in two files.
class MathReader {
public:
    explicit MathReader(std::string_view text)
        : text_(text)
        , rest_(text)
    {
    }
    MathList all();

private:
    /// Counts how deep the reading is.
    class Deeper {
    public:
        explicit Deeper(MathReader& reader)
            : reader_(reader)
        {
            if (++reader_.depth_ > 2 * kDeepestMath) // a list, and a part of it
                reader_.fail("the formula nests too deep here");
        }
        ~Deeper() { --reader_.depth_; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;

    private:
        MathReader& reader_;
    };

    std::size_t place() const { return text_.size() - rest_.size(); }
    [[noreturn]] void fail(const std::string& message) const { throw MathError(place(), message); }
    void skip_blanks()
    {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\n"), rest_.size()));
    }
    bool is_at_row_end() const { return rest_.starts_with("\\\\"); }
    bool is_at_stop(char closing) const;
    /// The name of the command that stands here; empty where there is none.
    std::string_view next_name() const;

    /// Up to what closes it, which stays: the end, a brace, `closing` where that is not 0, ...
    MathList list(char closing);
    bool read_script(MathList& parts);
    MathNode item();
    MathNode symbol(char32_t c) const;
    /// of    what needs the argument
    /// form  how that is written
    MathList argument(std::string_view of, std::string_view form);
    MathList braces();
    MathNode command();
    MathNode made(const MathCommand& command, std::size_t at);
    MathNode with_arguments(const MathCommand& command);

    // In constructs.cpp.
    MathNode radical();
    MathNode in_letters(MathAlphabet alphabet, const std::string& shown);
    std::string raw_braces(std::size_t at, const std::string& form);
    MathNode word(std::size_t at);
    MathNode own_function(std::size_t at);
    char32_t delimiter(std::size_t at);
    MathNode fence(std::size_t at);
    MathNode matrix(std::size_t at);
    std::vector<std::vector<MathList>> rows();
    void read_end(std::size_t at, const std::string& name);

    std::string_view text_, rest_;
    MathAlphabet alphabet_ = MathAlphabet::italic;
    int depth_ = 0;
};

} // namespace thalweg::canvas
