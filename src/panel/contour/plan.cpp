#include "panel/contour/plan.hpp"

#include "experiment/run_names.hpp"
#include "panel/common_options.hpp"
#include "panel/contour/contour_panel.hpp"

namespace thalweg::panel {

namespace {

MinimaMark read_minima(Options& options)
{
    constexpr std::string_view kForm = "minima must be true, false, ring or cross-hair";
    const Node* node = options.any("minima", "true, false, ring or cross-hair", "true",
        "marks at the known minima; cross-hairs run across the map where there is one minimum");
    if (!node || node->text == "true" || node->text == "ring")
        return MinimaMark::ring;
    if (node->text == "cross-hair")
        return MinimaMark::cross_hair;
    if (node->text != "false")
        options.refuse("minima", std::string(kForm));
    return MinimaMark::none;
}

/// Either one word for all or none, or a list of kinds.
std::vector<HeadVector> read_vectors(Options& options)
{
    using Kinds = std::vector<HeadVector>;
    const Kinds every{HeadVector::gradient, HeadVector::velocity, HeadVector::step,
        HeadVector::newton, HeadVector::line_search};
    const std::vector<Kinds> named = options.choices("vectors", Kinds{},
        {{"false", Kinds{}}, {"true", every}, {"gradient", Kinds{HeadVector::gradient}},
            {"velocity", Kinds{HeadVector::velocity}}, {"step", Kinds{HeadVector::step}},
            {"newton", Kinds{HeadVector::newton}}, {"line-search", Kinds{HeadVector::line_search}}},
        "arrows at the heads: the descent direction −η∇f, the velocity of momentum, the next step, "
        "Newton's direction; and the points that the last line search tried; true: all that a run "
        "has");
    Kinds kinds;
    for (const Kinds& one : named) {
        if (named.size() > 1 && one.size() != 1)
            options.refuse("vectors", "vectors is true, false or a list of kinds");
        kinds.insert(kinds.end(), one.begin(), one.end());
    }
    return kinds;
}

std::optional<InsetPlan> read_inset(Options& options)
{
    const Node* node
        = options.any("inset", "mapping", "", "a part of the map enlarged in one of its corners");
    if (!node)
        return std::nullopt;
    if (node->type != Node::Type::mapping) {
        options.refuse("inset", "inset must be a mapping of center, width and corner");
        return std::nullopt;
    }
    Options inset(*node, options.problems());
    InsetPlan plan;
    if (const auto center = inset.point("center", "the middle of the part"))
        plan.center = *center;
    else
        options.refuse("inset", "inset needs a \"center\", such as [1, 1]");
    if (const auto width = inset.number("width", {.above = 0}, "of the part, in domain units"))
        plan.width = *width;
    else
        options.refuse("inset", "inset needs a \"width\" in domain units");
    using Choice = std::optional<Corner>;
    plan.corner = inset.choice("corner", Choice{},
        {{"auto", Choice{}}, {"top-left", Corner::top_left}, {"top-right", Corner::top_right},
            {"bottom-left", Corner::bottom_left}, {"bottom-right", Corner::bottom_right}},
        "where it stands; the emptiest corner where absent");
    inset.finish();
    return plan;
}

/// The place, among its experiment's runs, of the run whose basins a map shows.
std::optional<std::size_t> read_basins(Options& options, const ReadContext& context, std::size_t of)
{
    const Node* name = options.any("basins", "a run", "",
        "the run whose basins of attraction are the ground, instead of the colours between levels");
    if (!name || context.experiments.empty())
        return std::nullopt;
    return experiment::find_basins_run(
        name, name->where, context.experiments.subspan(of, 1), options.problems());
}

} // namespace

std::unique_ptr<const Panel> ContourPlan::prepare(const Context& context) const
{
    return std::make_unique<ContourPanel>(*this, context);
}

contour::LevelRule default_levels()
{
    Problems none;
    Node name{.type = Node::Type::scalar, .where = {}};
    name.text = "auto";
    return *make_kind(name, "levels", contour::level_kinds(), none);
}

PanelPlanPtr make_contour(Options& options, const ReadContext& context)
{
    auto plan = std::make_shared<ContourPlan>();
    const CommonOptions common
        = read_common(options, context, *plan, {.runs = true, .axes = true, .color_bar = true});
    plan->has_letter = true;
    plan->experiment = common.experiment.value_or(0);
    if (context.experiments.size() > 1 && !options.has("title"))
        plan->heading_of = plan->experiment; // tells it from other maps
    plan->x_label = common.x_label;
    plan->y_label = common.y_label;
    plan->has_color_bar = common.color_bar;
    plan->levels = default_levels();
    if (const Node* node = options.any("levels", "a level rule", "auto", "which contour lines"))
        plan->levels = make_kind(*node, "levels", contour::level_kinds(), options.problems())
                           .value_or(plan->levels);
    plan->fill = options.flag("fill", plan->fill, "colour between the levels");
    plan->lines = options.flag("lines", plan->lines, "a line along each level");
    plan->labels = options.flag("labels", plan->labels, "the level's value on its line");
    plan->minima = read_minima(options);
    plan->basins_run = read_basins(options, context, plan->experiment);
    plan->ellipses = options.flag("ellipses", plan->ellipses,
        "at the heads, a level curve of the quadratic model with its axes");
    plan->vectors = read_vectors(options);
    plan->field = options.choice("field", plan->field,
        {{"false", FieldForm::none}, {"true", FieldForm::arrows}, {"arrows", FieldForm::arrows},
            {"streamlines", FieldForm::streamlines}},
        "the direction of steepest descent all over the map: arrows at equal distances, longer "
        "where the ground is steeper, or lines that keep apart");
    plan->critical_points = options.flag("critical_points", plan->critical_points,
        "marks at saddles, maxima and degenerate points, too, with a key below the map");
    plan->inset = read_inset(options);
    plan->camera = context.camera;
    plan->trail = context.trail;
    return plan;
}

} // namespace thalweg::panel
