#include "canvas/math_text.hpp"

#include <array>
#include <cctype>
#include <utility>

namespace thalweg::canvas {

namespace {

using Row = std::pair<std::string_view, std::string_view>;

constexpr std::array kSymbols = {Row{"alpha", "α"}, Row{"beta", "β"}, Row{"gamma", "γ"},
    Row{"delta", "δ"}, Row{"epsilon", "ε"}, Row{"zeta", "ζ"}, Row{"eta", "η"}, Row{"theta", "θ"},
    Row{"iota", "ι"}, Row{"kappa", "κ"}, Row{"lambda", "λ"}, Row{"mu", "μ"}, Row{"nu", "ν"},
    Row{"xi", "ξ"}, Row{"pi", "π"}, Row{"rho", "ρ"}, Row{"sigma", "σ"}, Row{"tau", "τ"},
    Row{"phi", "φ"}, Row{"chi", "χ"}, Row{"psi", "ψ"}, Row{"omega", "ω"}, Row{"Gamma", "Γ"},
    Row{"Delta", "Δ"}, Row{"Theta", "Θ"}, Row{"Lambda", "Λ"}, Row{"Sigma", "Σ"}, Row{"Phi", "Φ"},
    Row{"Psi", "Ψ"}, Row{"Omega", "Ω"}, Row{"nabla", "∇"}, Row{"partial", "∂"}, Row{"times", "×"},
    Row{"cdot", "·"}, Row{"pm", "±"}, Row{"le", "≤"}, Row{"ge", "≥"}, Row{"ne", "≠"},
    Row{"infty", "∞"}, Row{"to", "→"}, Row{"approx", "≈"}, Row{"ell", "ℓ"}};

std::string escaped(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    default:
        return {c};
    }
}

/// Reads a formula from left to right into markup.
class Formula {
public:
    explicit Formula(std::string_view text)
        : rest_(text)
    {
    }

    std::string all()
    {
        std::string markup;
        while (!rest_.empty())
            append(markup, item());
        return markup;
    }

private:
    /// Letters side by side share one pair of tags.
    static void append(std::string& markup, std::string_view item)
    {
        constexpr std::string_view kBegin = "<i>", kEnd = "</i>";
        if (markup.ends_with(kEnd) && item.starts_with(kBegin)) {
            markup.resize(markup.size() - kEnd.size());
            item.remove_prefix(kBegin.size());
        }
        markup += item;
    }

    std::string item()
    {
        const char c = rest_.front();
        if (c == '\\')
            return command();
        rest_.remove_prefix(1);
        if (c == '^')
            return "<sup>" + argument() + "</sup>";
        if (c == '_')
            return "<sub>" + argument() + "</sub>";
        if (c == '-')
            return "−";
        if (std::isalpha(static_cast<unsigned char>(c)))
            return "<i>" + std::string{c} + "</i>";
        return c == '{' || c == '}' ? "" : escaped(c);
    }

    /// What stands in braces, or the next item.
    std::string argument()
    {
        if (rest_.empty())
            return "";
        if (rest_.front() != '{')
            return item();
        int depth = 0;
        std::size_t end = 0;
        for (; end < rest_.size(); ++end) {
            depth += rest_[end] == '{' ? 1 : rest_[end] == '}' ? -1 : 0;
            if (depth == 0)
                break;
        }
        const std::string_view inner = rest_.substr(1, end - 1);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return Formula(inner).all();
    }

    std::string command()
    {
        rest_.remove_prefix(1);
        std::size_t length = 0;
        while (length < rest_.size() && std::isalpha(static_cast<unsigned char>(rest_[length])))
            ++length;
        const std::string_view name = rest_.substr(0, length);
        rest_.remove_prefix(length);
        if (name == "frac") {
            const std::string above = argument(), below = argument();
            return "<sup>" + above + "</sup>⁄<sub>" + below + "</sub>";
        }
        if (name == "sqrt")
            return "√(" + argument() + ")";
        for (const auto& [symbol, glyph] : kSymbols)
            if (symbol == name)
                return std::string(glyph);
        return std::string(1, '\\').append(name);
    }

    std::string_view rest_;
};

} // namespace

std::string to_markup(std::string_view text)
{
    std::string markup;
    while (!text.empty()) {
        if (text.starts_with("\\$")) {
            markup += '$';
            text.remove_prefix(2);
            continue;
        }
        const std::size_t end = text.front() == '$' ? text.find('$', 1) : std::string_view::npos;
        if (end == std::string_view::npos) {
            markup += escaped(text.front());
            text.remove_prefix(1);
            continue;
        }
        markup += Formula(text.substr(1, end - 1)).all();
        text.remove_prefix(end + 1);
    }
    return markup;
}

} // namespace thalweg::canvas
