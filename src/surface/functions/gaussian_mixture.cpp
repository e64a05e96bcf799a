#include "surface/functions/hills.hpp"

namespace thalweg::surface {

namespace {

constexpr Limits kAnyWeight{.min = -1e6, .max = 1e6};
constexpr Limits kAnyWidth{.min = 1e-3, .max = 1e6};
constexpr std::size_t kMostHollows = 1000;

/// `key` as one number for every hollow, or one for all.
void spread(Options& options, std::string_view key, const std::vector<double>& values,
    double GaussianMixture::Hollow::*member, std::vector<GaussianMixture::Hollow>& hollows)
{
    if (values.empty())
        return;
    if (values.size() != hollows.size() && values.size() != 1)
        options.refuse(key,
            fmt::format(
                "{} must have one number, or one for each of the {} centres", key, hollows.size()));
    for (std::size_t i = 0; i < hollows.size(); ++i)
        hollows[i].*member = values[std::min(i, values.size() - 1)];
}

} // namespace

GaussianMixture GaussianMixture::read(Options& options)
{
    GaussianMixture mixture;
    const Node* centers = options.any("centers", "list of points",
        "[[-1.5, -0.5], [1.2, 0.8], [1.8, -1.2]]", "where the hollows are");
    if (centers) {
        if (centers->items.empty() || centers->items.size() > kMostHollows) {
            options.refuse("centers",
                fmt::format("centers must be a list of 1 to {} points [x, y]", kMostHollows));
        } else {
            mixture.hollows.clear();
            for (const Node& item : centers->items)
                mixture.hollows.push_back(
                    {read_point(item, "a centre", options.problems()).value_or(Vec2{})});
        }
    }
    const auto weights = options.numbers(
        "weights", {1}, kAnyWeight, "depth of all hollows or of each; negative for hills");
    const auto widths = options.numbers(
        "widths", {0.8}, kAnyWidth, "standard deviation of all hollows or of each");
    spread(options, "weights", weights, &Hollow::weight, mixture.hollows);
    spread(options, "widths", widths, &Hollow::width, mixture.hollows);
    return mixture;
}

SurfaceFacts GaussianMixture::facts() const
{
    Box domain{
        {hollows[0].center.x, hollows[0].center.x}, {hollows[0].center.y, hollows[0].center.y}};
    double widest = 0;
    for (const Hollow& h : hollows) {
        domain = hull(domain, {{h.center.x, h.center.x}, {h.center.y, h.center.y}});
        widest = std::max(widest, h.width);
    }
    domain = grown(domain, 3 * widest);
    SurfaceFacts facts{.formula
        = fmt::format(R"($-\sum_i w_i\, e^{{-|p - c_i|^2/(2s_i^2)}}$, {} centres)", hollows.size()),
        .source = "a sum of normal densities, for lessons on basins of attraction",
        .domain = domain,
        .start = {domain.x.at(0.2), domain.y.at(0.8)},
        .minima = {}};
    if (hollows.size() == 1 && hollows[0].weight > 0)
        facts.minima = {hollows[0].center};
    return facts;
}

} // namespace thalweg::surface
