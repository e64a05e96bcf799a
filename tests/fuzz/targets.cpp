#include "fuzz/targets.hpp"

#include "canvas/math/formulas.hpp"
#include "canvas/math/linear.hpp"
#include "canvas/math/parser.hpp"
#include "core/error.hpp"
#include "core/interval.hpp"
#include "optimizer/recorded_path.hpp"
#include "scene/scene.hpp"
#include "support/program.hpp"
#include "surface/data/grid.hpp"
#include "surface/data/table.hpp"
#include "surface/formula/parser.hpp"
#include "surface/formula/program.hpp"

#include <algorithm>
#include <stdexcept>

namespace thalweg::fuzz {

namespace {

/// Runs a reader, for which our own errors are as good as a value.
void read(const auto& reader)
{
    try {
        reader();
    } catch (const Error& error) {
        if (std::string_view(error.what()).empty())
            throw std::logic_error("an error without a message");
    }
}

/// A file with these bytes, in a folder that all calls share.
std::string file_of(std::string_view bytes, const std::string& name)
{
    static const test::TemporaryFolder folder;
    test::write_file(folder / name, std::string(bytes));
    return folder / name;
}

void read_mathematics(std::string_view bytes)
{
    read([&] { canvas::parse_math(bytes); });
    static_cast<void>(canvas::linear_text(bytes));
    static_cast<void>(canvas::formula_fault(bytes));
}

void read_scene(std::string_view bytes)
{
    read([&] { scene::load_scene(file_of(bytes, "scene.yaml")); });
}

void read_formula(std::string_view bytes)
{
    read([&] { surface::parse_formula(bytes, {{"a", 3}}); });
}

/// A value in every cell of its diagonal.
void use_grid(const surface::Grid& grid)
{
    const Box domain = grid.domain();
    const auto cells = static_cast<double>(std::max(grid.columns(), grid.rows()));
    for (double i = 0; i < std::min(cells, 100.0); ++i) {
        const Vec2 p{
            domain.x.lo + domain.width() * i / cells, domain.y.lo + domain.height() * i / cells};
        const surface::Grid::Cell cell = grid.cell_at(p);
        if (!grid.is_hole(cell))
            static_cast<void>(grid.evaluate(cell, p.x, p.y));
    }
}

void read_grid_file(std::string_view bytes)
{
    read([&] { use_grid(surface::read_grid(bytes, std::nullopt).grid); });
    read([&] { use_grid(surface::read_grid(bytes, Box{{-1, 1}, {-2, 2}}).grid); });
}

void read_csv(std::string_view bytes)
{
    read([&] { surface::parse_csv(bytes); });
    read_grid_file(bytes);
}

void read_npy(std::string_view bytes)
{
    read([&] { surface::parse_npy(bytes); });
    read_grid_file(bytes);
}

void read_recorded(std::string_view bytes)
{
    const std::string path = file_of(bytes, "run.csv");
    Node name{.type = Node::Type::scalar, .where = {.file = path}, .text = "run.csv"};
    Node options{.type = Node::Type::mapping, .where = {.file = path}};
    options.entries.push_back({.key = "file", .where = {}, .value = std::move(name)});
    read([&] {
        Problems problems;
        Options reader(options, problems);
        const auto found = optimizer::read_recorded_path(reader);
        if (!found == problems.empty())
            throw std::logic_error("neither a path nor a problem, or both");
    });
}

} // namespace

std::span<const Target> targets()
{
    static const Target all[] = {
        {"scene", read_scene, {"scenes", "tests/bad_scenes", "tests/golden"}},
        {"formula", read_formula, {"tests/fuzz/corpus/formula"}},
        {"mathematics", read_mathematics, {"tests/fuzz/corpus/mathematics"}},
        {"csv", read_csv, {"tests/fuzz/corpus/csv"}},
        {"npy", read_npy, {"tests/fuzz/corpus/npy"}},
        {"recorded", read_recorded, {"tests/fuzz/corpus/recorded", "tests/fuzz/corpus/npy"}},
    };
    return all;
}

const Target& target(std::string_view name)
{
    const auto found = std::ranges::find(targets(), name, &Target::name);
    if (found == targets().end())
        throw std::out_of_range("there is no such target");
    return *found;
}

std::vector<std::string> corpus(const Target& target)
{
    std::vector<std::filesystem::path> files;
    for (const std::filesystem::path& folder : target.folders)
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            if (entry.is_regular_file() && entry.path().extension() != ".png")
                files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<std::string> examples;
    for (const std::filesystem::path& file : files)
        examples.push_back(test::read_file(file));
    return examples;
}

} // namespace thalweg::fuzz
