// Runs that were made elsewhere.
#include "optimizer/run.hpp"
#include "support/catch.hpp"
#include "support/nodes.hpp"
#include "support/temporary_folder.hpp"
#include "unit/optimizer/made.hpp"

#include <cstring>

using namespace thalweg;
using namespace thalweg::optimizer;

namespace {

struct Folder {
    TemporaryFolder folder;

    OptimizerSpec recorded(const std::string& name, const std::string& run = "") const
    {
        return test::made(optimizer_kinds(),
            nodes::mapping({{"kind", nodes::scalar("recorded")}, {"file", nodes::scalar(name)},
                               {"run", nodes::quoted(run)}},
                (folder / "scene.yaml").string()));
    }
    std::vector<Vec2> points(const std::string& bytes, const std::string& run = "") const
    {
        folder.write("path.csv", bytes);
        return *recorded("path.csv", run).path;
    }
    /// What is wrong with a file of these bytes, without the scene's name.
    std::string error(const std::string& bytes, const std::string& run = "") const
    {
        try {
            points(bytes, run);
        } catch (const SceneError& e) {
            return std::string(e.what()).substr((folder / "scene.yaml").string().size());
        }
        return "";
    }
};

const std::vector<Vec2> kPath = {{1, 2}, {0.5, 1}, {0.5, 1}, {-0.25, 0.125}};

std::string npy(const std::string& shape, const std::vector<double>& numbers)
{
    std::string header = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
    header.resize(117, ' ');
    header += '\n';
    std::string data(numbers.size() * sizeof(double), '\0');
    std::memcpy(data.data(), numbers.data(), data.size());
    return std::string("\x93NUMPY\x01\0", 8) + static_cast<char>(header.size()) + '\0' + header
        + data;
}

} // namespace

TEST_CASE("a path is read from every form of file", "[recorded]")
{
    const Folder f;
    CHECK(f.points("1,2\n0.5,1\n0.5,1\n-0.25,0.125\n") == kPath);
    CHECK(f.points("x,y\n1,2\n0.5,1\n5e-1,1\n-.25,.125") == kPath);
    CHECK(f.points("# a run\n\ny;loss;x\r\n2;nan;1\r\n1;;0.5\r\n1;high;+0.5\r\n0.125;0;-0.25\r\n")
        == kPath);
    CHECK(f.points("step x y\n0 1 2\n1 0.5 1\n2 0.5   1\n3 -0.25 0.125\n") == kPath);
    CHECK(f.points(npy("(4, 2)", {1, 2, 0.5, 1, 0.5, 1, -0.25, 0.125})) == kPath);
}

TEST_CASE("one run of a file of several, whose names may hold anything", "[recorded]")
{
    const Folder f;
    const std::string csv = "run,x,y\na,1,2\n\"b, \"\"c\"\"\",7,7\na,0.5,1\n\"b, \"\"c\"\"\",8,9\n"
                            "a,0.5,1\na,-0.25,0.125\nbroken,nan,1\n";
    CHECK(f.points(csv, "a") == kPath);
    CHECK(f.points(csv, "b, \"c\"") == std::vector<Vec2>{{7, 7}, {8, 9}});
    CHECK(f.error(csv, "broken")
        == ":2:10: path.csv: line 8: x must be a finite number, not \"nan\"");
    CHECK(f.error(csv)
        == ":2:10: path.csv: it holds 3 runs, so say which by \"run\": \"a\", \"b, \"c\"\", "
           "\"broken\"");
    CHECK(f.error(csv, "brokem")
        == ":3:10: the file holds no run \"brokem\" (did you mean \"broken\"?)");
    CHECK(f.error("x,y\n1,2\n3,4\n", "a") == ":3:10: the file holds no run \"a\"");
    CHECK(f.points("run,x,y\na,1,2\na,3,4\n").size() == 2); // the only one needs no name
}

TEST_CASE("a bad path is a located, clear error", "[recorded]")
{
    const Folder f;
    const auto error = [&](const std::string& bytes) {
        const std::string text = f.error(bytes), where = ":2:10: path.csv: ";
        return text.starts_with(where) ? text.substr(where.size()) : text;
    };
    CHECK(error("x,y\n1,2\n# so far\n3,inf\n") == "line 4: y must be a finite number, not \"inf\"");
    CHECK(error("x,y\n1,2\n,4\n") == "line 3: x must be a finite number, not \"\"");
    CHECK(error("x,y\n1,2\nthree,4\n") == "line 3: x must be a finite number, not \"three\"");
    CHECK(error("nan,2\n1,2\n") == "line 1: x must be a finite number, not \"nan\"");
    CHECK(error("x,y\n1,2\n") == "a path needs at least 2 points, and it has 1");
    CHECK(error("1,2\n") == "a path needs at least 2 points, and it has 1");
    CHECK(error("") == "it holds no points");
    CHECK(error("x,y\n") == "it holds no points");
    CHECK(error("1,2,3\n4,5,6\n")
        == "it has 3 columns without names; name two of them x and y in the first line");
    CHECK(error("1\n2\n")
        == "it has 1 columns without names; name two of them x and y in the first line");
    CHECK(error("once upon a time\n")
        == "its first line must name the columns x and y, and it reads \"once,upon,a,time\"");
    CHECK(error("x,y\n1,2\n3\n") == "line 3 has 1 cells, but line 1 has 2");
    CHECK(error(npy("(2, 3)", {1, 2, 3, 4, 5, 6}))
        == "its array must be of shape (n, 2), not (2, 3)");
    CHECK(error(npy("(2, 2)", {1, 2, 3, NAN})) == "row 1 is not finite");
    CHECK(error(npy("(1, 2)", {1, 2})) == "a path needs at least 2 points, and it has 1");
    CHECK(error(std::string(3, '\0'))
        == "its first line must name the columns x and y, and it reads \"???\"");
}

TEST_CASE("a recorded run goes through its points, and takes losses from the surface", "[recorded]")
{
    const Folder f;
    f.folder.write("path.csv", "1,2\n0.5,1\n0.5,1\n-0.25,0.125\n");
    const OptimizerSpec spec = f.recorded("path.csv");
    const auto surface = test::surface_named("bowl");
    const Trajectory path = run(*surface, spec, kPath.front(), {.steps = 600});
    CHECK(path.points == kPath);
    CHECK(path.losses == std::vector<double>{5, 1.25, 1.25, 0.078125});
    CHECK(path.gradient_norms[0] == Approx(2 * std::sqrt(5)));
    CHECK(path.evaluations == std::vector<std::int64_t>{0, 1, 2, 3});
    CHECK(path.outcome == Outcome::running);
    CHECK(path.ended_at == 3);
    CHECK(run(*surface, spec, kPath.front(), {.steps = 2}).points.size() == 3);
    CHECK(run(*surface, spec, kPath.front(), {.steps = 2, .budget = Budget::evaluations}).steps()
        == 2);
}

TEST_CASE("a pause does not end a recorded run, even at a minimum", "[recorded]")
{
    const Folder f;
    std::string csv = "x,y\n";
    for (int k = 0; k < 100; ++k)
        csv += "0,0\n";
    f.folder.write("path.csv", csv + "1,1\n");
    const Trajectory path
        = run(*test::surface_named("bowl"), f.recorded("path.csv"), {0, 0}, {.steps = 600});
    CHECK(path.steps() == 100);
    CHECK(path.points.back() == Vec2{1, 1});
}

TEST_CASE("a recorded run ends where the surface does", "[recorded]")
{
    const Folder f;
    f.folder.write("grid.csv", "1,2,3\n2,3,4\n3,4,5\n");
    f.folder.write("path.csv", "0,0\n1,1\n2,2\n3,3\n4,4\n");
    const auto grid = test::made(surface::surface_kinds(),
        nodes::mapping({{"kind", nodes::scalar("grid")}, {"file", nodes::scalar("grid.csv")}},
            (f.folder / "scene.yaml").string()));
    const Trajectory path = run(*grid, f.recorded("path.csv"), {0, 0}, {.steps = 600});
    CHECK(path.points == std::vector<Vec2>{{0, 0}, {1, 1}, {2, 2}});
    CHECK(path.outcome == Outcome::stopped);
    CHECK(path.ended_at == 2);
    CHECK(path.note == "the surface has no finite value at (3, 3)");
}
