#include "canvas/math/commands.hpp"

#include <algorithm>
#include <array>

namespace thalweg::canvas {

namespace {

using Kind = MathCommand::Kind;
using Row = MathCommand;

constexpr Row symbol(
    std::string_view name, char32_t character, MathClass type = MathClass::ordinary)
{
    return {.name = name, .symbol = character, .type = type};
}
constexpr Row binary(std::string_view name, char32_t character)
{
    return symbol(name, character, MathClass::binary);
}
constexpr Row relation(std::string_view name, char32_t character)
{
    return symbol(name, character, MathClass::relation);
}
constexpr Row large(std::string_view name, char32_t character, bool has_limits)
{
    return {
        .name = name, .symbol = character, .type = MathClass::operation, .has_limits = has_limits};
}
constexpr Row function(std::string_view name, bool has_limits = false)
{
    return {.name = name,
        .kind = Kind::function,
        .has_limits = has_limits,
        .meaning = "the function, upright"};
}
constexpr Row accent(std::string_view name, char32_t character, std::string_view meaning)
{
    return {.name = name, .kind = Kind::accent, .symbol = character, .meaning = meaning};
}
constexpr Row other(std::string_view name, Kind kind, std::string_view meaning)
{
    return {.name = name, .kind = kind, .meaning = meaning};
}
constexpr Row alphabet(std::string_view name, MathAlphabet letters, std::string_view meaning)
{
    return {.name = name, .kind = Kind::alphabet, .alphabet = letters, .meaning = meaning};
}
constexpr Row space(std::string_view name, double mu, std::string_view meaning)
{
    return {.name = name, .kind = Kind::space, .space = mu, .meaning = meaning};
}

constexpr auto kOpening = MathClass::opening, kClosing = MathClass::closing;

constexpr Row kCommands[] = {other("frac", Kind::fraction, "\\frac{a}{b}: a over b"),
    {.name = "dfrac",
        .kind = Kind::fraction,
        .is_display = true,
        .meaning = "the same with both parts as large as the text"},
    other("sqrt", Kind::radical, "\\sqrt{x}: the root of x; \\sqrt[3]{x}: the third root"),
    other("left", Kind::left, "\\left( a \\right): a between signs of its height; . for none"),
    other("right", Kind::right, "closes \\left"),
    other("begin", Kind::begin,
        "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}: a matrix; also bmatrix, vmatrix, "
        "matrix"),
    other("end", Kind::end, "closes \\begin"),
    other("text", Kind::text, "\\text{if so}: words in the typeface around the formula"),
    other("operatorname", Kind::own_function,
        "\\operatorname{mod}: a function that has no command of its own"),
    alphabet("mathrm", MathAlphabet::upright, "\\mathrm{d}: upright letters"),
    alphabet("mathbf", MathAlphabet::bold, "\\mathbf{x}: bold letters"),
    alphabet("mathit", MathAlphabet::italic, "\\mathit{x}: slanted letters"),
    {.name = "displaystyle",
        .kind = Kind::style,
        .is_display = true,
        .meaning = "what follows is set as large as in a formula of its own"},
    {.name = "textstyle", .kind = Kind::style, .meaning = "ends \\displaystyle"},
    accent("hat", 0x302, "\\hat{x}: a hat above x"),
    accent("bar", 0x304, "\\bar{x}: a bar above x"),
    accent("tilde", 0x303, "\\tilde{x}: a tilde above x"),
    accent("vec", 0x20D7, "\\vec{x}: an arrow above x"),
    accent("dot", 0x307, "\\dot{x}: a dot above x"),
    accent("ddot", 0x308, "\\ddot{x}: two dots above x"),
    other("overline", Kind::overline, "\\overline{xy}: a line above all of xy"),
    space(",", 3, "a thin space"), space(":", 4, "a medium space"), space(";", 5, "a thick space"),
    space(" ", 4, "a space between words"), space("!", -3, "a thin space back"),
    space("quad", 18, "a space as wide as the type is high"), space("qquad", 36, "two of these"),
    symbol("alpha", U'α'), symbol("beta", U'β'), symbol("gamma", U'γ'), symbol("delta", U'δ'),
    symbol("epsilon", U'ϵ'), symbol("varepsilon", U'ε'), symbol("zeta", U'ζ'), symbol("eta", U'η'),
    symbol("theta", U'θ'), symbol("vartheta", U'ϑ'), symbol("iota", U'ι'), symbol("kappa", U'κ'),
    symbol("lambda", U'λ'), symbol("mu", U'μ'), symbol("nu", U'ν'), symbol("xi", U'ξ'),
    symbol("pi", U'π'), symbol("rho", U'ρ'), symbol("varrho", U'ϱ'), symbol("sigma", U'σ'),
    symbol("varsigma", U'ς'), symbol("tau", U'τ'), symbol("upsilon", U'υ'), symbol("phi", U'ϕ'),
    symbol("varphi", U'φ'), symbol("chi", U'χ'), symbol("psi", U'ψ'), symbol("omega", U'ω'),
    symbol("Gamma", U'Γ'), symbol("Delta", U'Δ'), symbol("Theta", U'Θ'), symbol("Lambda", U'Λ'),
    symbol("Xi", U'Ξ'), symbol("Pi", U'Π'), symbol("Sigma", U'Σ'), symbol("Upsilon", U'Υ'),
    symbol("Phi", U'Φ'), symbol("Psi", U'Ψ'), symbol("Omega", U'Ω'), symbol("nabla", U'∇'),
    symbol("partial", U'∂'), symbol("infty", U'∞'), symbol("ell", U'ℓ'), symbol("hbar", U'ℏ'),
    symbol("prime", U'′'), symbol("circ", U'∘', MathClass::binary), symbol("degree", U'°'),
    symbol("forall", U'∀'), symbol("exists", U'∃'), symbol("emptyset", U'∅'), symbol("top", U'⊤'),
    symbol("perp", U'⊥', MathClass::relation), symbol("dots", U'…', MathClass::inner),
    symbol("ldots", U'…', MathClass::inner), symbol("cdots", U'⋯', MathClass::inner),
    binary("cdot", U'⋅'), binary("times", U'×'), binary("div", U'÷'), binary("pm", U'±'),
    binary("mp", U'∓'), binary("ast", U'∗'), binary("odot", U'⊙'), binary("otimes", U'⊗'),
    binary("oplus", U'⊕'), binary("cup", U'∪'), binary("cap", U'∩'), binary("setminus", U'∖'),
    relation("le", U'≤'), relation("leq", U'≤'), relation("ge", U'≥'), relation("geq", U'≥'),
    relation("ll", U'≪'), relation("gg", U'≫'), relation("ne", U'≠'), relation("neq", U'≠'),
    relation("approx", U'≈'), relation("sim", U'∼'), relation("simeq", U'≃'),
    relation("equiv", U'≡'), relation("propto", U'∝'), relation("in", U'∈'),
    relation("notin", U'∉'), relation("subset", U'⊂'), relation("subseteq", U'⊆'),
    relation("mid", U'∣'), relation("parallel", U'∥'), relation("to", U'→'),
    relation("rightarrow", U'→'), relation("leftarrow", U'←'), relation("gets", U'←'),
    relation("leftrightarrow", U'↔'), relation("Rightarrow", U'⇒'), relation("Leftarrow", U'⇐'),
    relation("Leftrightarrow", U'⇔'), relation("mapsto", U'↦'), relation("uparrow", U'↑'),
    relation("downarrow", U'↓'), large("sum", U'∑', true), large("prod", U'∏', true),
    large("int", U'∫', false), large("oint", U'∮', false), function("sin"), function("cos"),
    function("tan"), function("cot"), function("sec"), function("csc"), function("arcsin"),
    function("arccos"), function("arctan"), function("sinh"), function("cosh"), function("tanh"),
    function("exp"), function("log"), function("ln"), function("lg"), function("det"),
    function("dim"), function("ker"), function("deg"), function("arg"), function("sgn"),
    function("sign"), function("min", true), function("max", true), function("inf", true),
    function("sup", true), function("lim", true), function("argmin", true),
    function("argmax", true), symbol("{", U'{', kOpening), symbol("}", U'}', kClosing),
    symbol("lbrace", U'{', kOpening), symbol("rbrace", U'}', kClosing),
    symbol("langle", U'⟨', kOpening), symbol("rangle", U'⟩', kClosing),
    symbol("lfloor", U'⌊', kOpening), symbol("rfloor", U'⌋', kClosing),
    symbol("lceil", U'⌈', kOpening), symbol("rceil", U'⌉', kClosing), symbol("|", U'‖'),
    symbol("lvert", U'|', kOpening), symbol("rvert", U'|', kClosing),
    symbol("lVert", U'‖', kOpening), symbol("rVert", U'‖', kClosing), symbol("backslash", U'\\'),
    symbol("$", U'$'), symbol("%", U'%'), symbol("#", U'#'), symbol("&", U'&'), symbol("_", U'_')};

constexpr std::array kMatrices = {MathMatrix{"matrix", 0, 0}, MathMatrix{"pmatrix", U'(', U')'},
    MathMatrix{"bmatrix", U'[', U']'}, MathMatrix{"vmatrix", U'|', U'|'}};

} // namespace

std::span<const MathCommand> math_commands()
{
    return kCommands;
}

const MathCommand* find_math_command(std::string_view name)
{
    const auto* const found = std::ranges::find(kCommands, name, &MathCommand::name);
    return found == std::end(kCommands) ? nullptr : found;
}

MathClass math_class(char32_t character)
{
    switch (character) {
    case U'+':
    case U'−':
        return MathClass::binary;
    case U'=':
    case U'<':
    case U'>':
    case U':':
        return MathClass::relation;
    case U'(':
    case U'[':
        return MathClass::opening;
    case U')':
    case U']':
    case U'!':
        return MathClass::closing;
    case U',':
    case U';':
        return MathClass::punctuation;
    case U'|':
    case U'‖':
    case U'{': // with a backslash alone
    case U'}':
        return MathClass::ordinary;
    default:
        break;
    }
    const auto* const found = std::ranges::find_if(kCommands, [&](const MathCommand& row) {
        return row.kind == Kind::symbol && row.symbol == character;
    });
    return found == std::end(kCommands) ? MathClass::ordinary : found->type;
}

std::span<const MathMatrix> math_matrices()
{
    return kMatrices;
}

} // namespace thalweg::canvas
