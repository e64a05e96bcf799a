#include "fuzz/scene_writer.hpp"

#include "core/kinds.hpp"
#include "optimizer/catalogue.hpp"
#include "surface/catalogue.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace thalweg::fuzz {

namespace {

const std::vector<std::string> kTexts{"a", "Größe", "$\\\\beta^{2}_{x}$", "$\\\\frac{1}{2}$", "$$",
    "$", "漢字", "العربية", "\\u202Eabc", "👩‍👩‍👧", "e\\u0301\\u0301\\u0301", "{x}",
    "%s %n", "<b>&amp;", "$x^{x^{x^{x}}}$", "\\u2028", "\\u00AD", "\\uFEFF", "",
    "one\\ntwo\\tthree",
    "a long one that says far more than any legend has room for, and goes on after that"};

const std::vector<std::string> kEdges{"0", "-0", "1e-300", "1e300", "-1e300", "5e-324", "1e17",
    "1e-17", "1e9", "-1e9", "0.9999999999", "1", "-1", "1000000", "2147483648", "1e30", "1e-30"};

double uniform(Random& random, double from, double to)
{
    return from + (to - from) * static_cast<double>(random.below(1 << 20)) / (1 << 20);
}

std::string number(Random& random)
{
    return random.chance(5) ? random.one_of(kEdges) : fmt::format("{:.3g}", uniform(random, -3, 3));
}

std::string positive(Random& random)
{
    return random.chance(5) ? random.one_of(kEdges)
                            : fmt::format("{:.3g}", std::pow(10, uniform(random, -4, 1)));
}

std::string text(Random& random)
{
    return fmt::format("\"{}\"", random.one_of(kTexts));
}

std::string formula(Random& random, int depth)
{
    if (depth > 4 || random.chance(25))
        return random.one_of<std::string>({"x", "y", "x", "y", "2", "0.5", "pi", "100", "1e-300"});
    const std::string inner = formula(random, depth + 1);
    if (random.chance(60))
        return fmt::format("({}{}{})", inner, random.one_of<std::string>({"+", "-", "*", "/", "^"}),
            formula(random, depth + 1));
    return fmt::format("{}({})",
        random.one_of<std::string>({"sin", "cos", "exp", "log", "sqrt", "abs", "tan", "atan",
            "tanh", "floor", "sinh", "asin", "sign"}),
        inner);
}

/// A value of an option; nothing where its form is not one of the plain ones.
std::string value(const OptionInfo& option, Random& random)
{
    if (option.type == "number")
        return option.limits.min >= 0 || option.limits.above >= 0 ? positive(random)
                                                                  : number(random);
    if (option.type == "whole number")
        return random.one_of<std::string>({"1", "2", "3", "5", "10"});
    if (option.type == "true or false")
        return random.one_of<std::string>({"true", "false"});
    if (option.type == "choice" || option.type == "one or a list")
        return random.one_of(option.choices);
    return "";
}

/// "{kind: adam, beta1: 0.3" with a few of its options; the caller closes it.
template <class Table>
std::string open_kind(const Table& table, std::string_view name, Random& random)
{
    std::string written = fmt::format("{{kind: {}", name);
    for (const OptionInfo& option : describe(*find_kind(table, name)))
        if (const std::string chosen = value(option, random);
            !chosen.empty() && option.key != "batch_size" && random.chance(15))
            written += fmt::format(", {}: {}", option.key, chosen);
    return written;
}

std::string surface_text(Random& random)
{
    if (random.chance(40))
        return fmt::format("{{kind: formula, formula: \"{}\", domain: {{x: [-2, 2], y: [-2, 2]}}}}",
            formula(random, 0));
    const auto kinds = surface::surface_kinds();
    std::string_view name = kinds[random.below(kinds.size())].name;
    for (const char* needs_file : {"formula", "grid", "least-squares", "logistic"})
        if (name == needs_file)
            name = "himmelblau";
    return open_kind(kinds, name, random) + "}";
}

std::string range(Random& random)
{
    const double low = uniform(random, -5, 5);
    return fmt::format("[{:.3g}, {:.6g}]", low,
        low + std::pow(10, uniform(random, -3, random.chance(80) ? 1 : 6)));
}

std::string optimizer_text(Random& random)
{
    const auto kinds = optimizer::optimizer_kinds();
    std::string_view name = kinds[random.below(kinds.size())].name;
    if (name == "recorded" || name == "gauss-newton")
        name = "adam";
    std::string written = open_kind(kinds, name, random);
    if (random.chance(25))
        written += fmt::format(", label: {}", text(random));
    return written + "}";
}

std::string panels_text(Random& random)
{
    std::string map = "{kind: contour";
    if (random.chance(50))
        map += fmt::format(", levels: {{kind: {}, count: {}}}",
            random.one_of<std::string>({"log", "linear"}),
            random.one_of<std::string>({"1", "2", "9", "50", "200"}));
    for (const char* layer :
        {"fill", "lines", "labels", "minima", "critical_points", "ellipses", "vectors"})
        if (random.chance(30))
            map += fmt::format(", {}: {}", layer, random.chance(50));
    if (random.chance(20))
        map += fmt::format(", inset: {{center: [{}, {}], width: {}}}", number(random),
            number(random), positive(random));
    if (random.chance(30))
        map += fmt::format(", field: {}", random.one_of<std::string>({"arrows", "streamlines"}));
    std::string more;
    if (random.chance(30))
        more += fmt::format(
            ", space: {{kind: surface-3d, scale: {}, azimuth: {:.3g}, elevation: {:.3g}}}",
            random.one_of<std::string>({"auto", "log", "linear", "clipped"}),
            uniform(random, -360, 360), uniform(random, 5, 90));
    if (random.chance(30))
        more += ", card: {kind: curvature}";
    return fmt::format(
        "{{map: {}}}, loss: {{kind: loss, quantity: {}, scale: {}, y_label: {}}}{}}}", map,
        random.one_of<std::string>({"loss", "distance", "gradient-norm", "learning-rate"}),
        random.one_of<std::string>({"log", "linear"}), text(random), more);
}

std::string outputs_text(Random& random)
{
    return random.one_of<std::string>({"[{file: a.png, size: 320x180}]",
        "[{file: a.svg, at: start}]", "[{file: a.pdf, size: 88mm}]", "[a.csv]",
        "[{file: a.mp4, size: 160x90, fps: 2}]", "[{file: a.gif, size: 160x90, fps: 2}]",
        "[{file: a.png, size: 64x640, at: step 1}]", "[{file: a.svg, size: 900x90}]"});
}

} // namespace

std::string write_scene(Random& random)
{
    std::string scene = fmt::format("surface: {}\n", surface_text(random));
    if (random.chance(30))
        scene += fmt::format("title: {}\n", text(random));
    if (random.chance(40))
        scene += fmt::format("domain: {{x: {}, y: {}}}\n", range(random), range(random));
    if (random.chance(30))
        scene += fmt::format("start: [{}, {}]\n", number(random), number(random));
    scene += fmt::format(
        "steps: {}\n", random.one_of<std::string>({"1", "2", "10", "50", "300", "2000"}));
    std::vector<std::string> runs;
    for (std::size_t i = random.below(3) + 1; i > 0; --i)
        runs.push_back(optimizer_text(random));
    scene += fmt::format("optimizers: [{}]\n", fmt::join(runs, ", "));
    if (random.chance(20))
        scene += fmt::format(
            "camera: [{{at: 0, center: [{}, {}], width: {}}}, {{at: {}, width: {}}}]\n",
            number(random), number(random), positive(random), positive(random), positive(random));
    scene += fmt::format("duration: {}\n", random.one_of<std::string>({"0.1", "1", "3", "0.001"}));
    if (random.chance(40))
        scene += fmt::format("panels: {}\n", panels_text(random));
    return scene + fmt::format("outputs: {}\n", outputs_text(random));
}

} // namespace thalweg::fuzz
