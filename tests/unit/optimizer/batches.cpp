// Mini-batches: how they are drawn, and what descent over them does and costs.
#include "optimizer/batches.hpp"

#include "optimizer/run.hpp"
#include "support/catch.hpp"
#include "support/nodes.hpp"
#include "support/temporary_folder.hpp"
#include "unit/optimizer/made.hpp"

#include "core/error.hpp"
#include "surface/data_surface.hpp"

#include <cmath>
#include <map>
#include <set>

using namespace thalweg;
using namespace thalweg::optimizer;

namespace {

/// y = 1 + 2 t with an error of 0.3 that changes sign, over ten points.
surface::SurfacePtr line_fit()
{
    const TemporaryFolder folder;
    std::string csv;
    for (int i = 0; i < 10; ++i)
        csv += fmt::format("{},{}\n", 0.1 * i, 1 + 0.2 * i + (i % 2 ? 0.3 : -0.3));
    folder.write("points.csv", csv);
    return test::made(surface::surface_kinds(),
        nodes::mapping(
            {{"kind", nodes::scalar("least-squares")}, {"file", nodes::scalar("points.csv")}},
            (folder / "scene.yaml").string()));
}

std::vector<std::size_t> drawn(Batches& batches)
{
    const auto batch = batches.next();
    return {batch.begin(), batch.end()};
}

} // namespace

TEST_CASE("an epoch goes once through all points, its last batch smaller", "[batches]")
{
    Batches batches(10, {.size = 4, .seed = 3});
    std::set<std::vector<std::size_t>> orders;
    for (int epoch = 0; epoch < 50; ++epoch) {
        std::vector<std::size_t> order;
        for (const std::size_t size : {4u, 4u, 2u}) {
            const auto batch = drawn(batches);
            CHECK(batch.size() == size);
            order.insert(order.end(), batch.begin(), batch.end());
        }
        CHECK(std::set(order.begin(), order.end()).size() == 10);
        orders.insert(order);
    }
    CHECK(orders.size() == 50); // of 3,628,800
}

TEST_CASE("a batch of all points or more is every point", "[batches]")
{
    for (const int size : {0, 10, 11, 1000000}) {
        Batches batches(10, {.size = size});
        const auto all = drawn(batches), again = drawn(batches);
        CHECK(std::set(all.begin(), all.end()).size() == 10);
        CHECK(again.size() == 10);
    }
    CHECK(batches_an_epoch(10, {.size = 4}) == 3);
    CHECK(batches_an_epoch(10, {.size = 10}) == 1);
    CHECK(batches_an_epoch(10, {.size = 99}) == 1);
    CHECK(batches_an_epoch(10, {.size = 0}) == 1);
}

TEST_CASE("every order is equally likely", "[batches]")
{
    // Of three points: six orders, 60000 epochs; five standard errors of a binomial count.
    Batches batches(3, {.size = 3, .seed = 11});
    std::map<std::vector<std::size_t>, int> counts;
    for (int epoch = 0; epoch < 60000; ++epoch)
        ++counts[drawn(batches)];
    CHECK(counts.size() == 6);
    for (const auto& [order, count] : counts)
        CHECK(std::abs(count - 10000) < 5 * std::sqrt(60000 * (1.0 / 6) * (5.0 / 6)));
}

TEST_CASE("numbers below n are even and never n", "[batches]")
{
    Random random(5);
    int counts[7] = {};
    for (int i = 0; i < 70000; ++i)
        ++counts[random.below(7)];
    for (const int count : counts)
        CHECK(std::abs(count - 10000) < 5 * std::sqrt(70000 * (1.0 / 7) * (6.0 / 7)));
    CHECK(random.below(1) == 0);
}

TEST_CASE("sgd over mini-batches steps by the gradient of each batch", "[batches]")
{
    const surface::SurfacePtr f = line_fit();
    const auto& data = dynamic_cast<const surface::DataSurface&>(*f);
    const auto spec = test::optimizer_named(
        "sgd", {{"learning_rate", "0.1"}, {"batch_size", "4"}, {"seed", "7"}});
    CHECK(spec.chance.noise.sigma == 0);
    const Trajectory path = run(*f, spec, {0, 0}, {.steps = 30});
    Batches batches(10, {.size = 4, .seed = 7});
    Vec2 x{0, 0};
    for (const Vec2 p : path.points) {
        CHECK(distance(p, x) < 1e-14);
        x = x - 0.1 * data.gradient_of_batch(batches.next(), x);
    }
    CHECK(path.points == run(*f, spec, {0, 0}, {.steps = 30}).points);
}

TEST_CASE("batches of all points are gradient descent", "[batches]")
{
    const surface::SurfacePtr f = line_fit();
    const auto whole
        = run(*f, test::optimizer_named("sgd", {{"learning_rate", "0.1"}, {"batch_size", "10"}}),
            {0, 0}, {.steps = 50});
    const auto descent
        = run(*f, test::optimizer_named("gradient-descent", {{"learning_rate", "0.1"}}), {0, 0},
            {.steps = 50});
    for (std::size_t k = 0; k < descent.points.size(); ++k)
        CHECK(distance(whole.points[k], descent.points[k]) < 1e-13);
    CHECK(whole.evaluations == descent.evaluations);
}

TEST_CASE(
    "every rule with noise takes mini-batches, and an epoch counts one evaluation", "[batches]")
{
    const surface::SurfacePtr f = line_fit();
    for (const char* kind :
        {"gradient-descent", "momentum", "nesterov", "sgd", "adagrad", "adam"}) {
        INFO(kind);
        const auto spec = test::optimizer_named(kind, {{"batch_size", "4"}});
        const auto path = run(*f, spec, {0, 0}, {.steps = 9});
        CHECK(path.evaluations == std::vector<std::int64_t>{0, 0, 0, 1, 1, 1, 2, 2, 2, 3});
        // Equal cost: as many epochs as full gradients.
        const auto fair = run(*f, spec, {0, 0}, {.steps = 20, .budget = Budget::evaluations});
        CHECK(fair.steps() == 60);
        CHECK(fair.evaluations.back() == 20);
        CHECK(most_steps(*f, spec, {.steps = 20, .budget = Budget::evaluations}) == 60);
        CHECK(most_steps(*f, spec, {.steps = 20}) == 20);
    }
    CHECK_THROWS_AS(test::optimizer_named("nelder-mead", {{"batch_size", "4"}}), SceneError);
}

TEST_CASE("falling rates lead mini-batches to the minimum", "[batches]")
{
    // Robbins and Monro, 1951: rates whose sum diverges while their squares' sum does not.
    const surface::SurfacePtr f = line_fit();
    auto spec = test::optimizer_named("sgd", {{"batch_size", "1"}});
    spec.learning_rate = [](int k, int) { return 0.5 / (1 + 0.01 * k); };
    const auto path = run(*f, spec, {0, 0}, {.steps = 100000});
    CHECK(distance(path.points.back(), f->facts().minima.front()) < 0.01);
}

TEST_CASE("mini-batches of a function are an error", "[batches]")
{
    CHECK_THROWS_AS(run(*test::surface_named("bowl"),
                        test::optimizer_named("sgd", {{"batch_size", "4"}}), {0, 0}, {}),
        RenderError);
}

TEST_CASE("the seed of a rule is its noise's, unless the noise has its own", "[batches]")
{
    CHECK(test::optimizer_named("adam", {{"noise", "0.5"}, {"seed", "7"}}).chance.noise.seed == 7);
    CHECK(test::optimizer_named("adam", {{"seed", "7"}}).chance.batches.seed == 7);
    CHECK(test::optimizer_named("adam").chance.noise.seed == 1);
    Node node = test::mapping({{"kind", "adam"}, {"seed", "7"}});
    Node::Entry& noise = node.entries.emplace_back();
    noise.key = "noise";
    noise.value = test::mapping({{"sigma", "0.5"}, {"seed", "9"}});
    const Chance chance = test::made(optimizer_kinds(), node).chance;
    CHECK(chance.noise.seed == 9);
    CHECK(chance.batches.seed == 7);
}
