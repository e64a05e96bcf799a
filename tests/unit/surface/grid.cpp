#include "support/catch.hpp"
#include "support/temporary_folder.hpp"
#include "unit/surface/made.hpp"

#include "core/jet_functions.hpp"
#include "surface/critical_points.hpp"

#include <cstring>
#include <random>

#include <fmt/format.h>
#include <sys/stat.h>

using namespace thalweg;
using namespace thalweg::surface;
using namespace nodes;

namespace {

/// A scene beside its data files.
struct Scene {
    TemporaryFolder folder;

    Node grid(const std::string& file, std::vector<std::pair<std::string, Node>> more = {}) const
    {
        std::vector<std::pair<std::string, Node>> entries
            = {{"kind", scalar("grid")}, {"file", scalar(file)}};
        entries.insert(entries.end(), more.begin(), more.end());
        return mapping(std::move(entries), (folder / "scene.yaml").string());
    }
    /// What is wrong with a file of this content.
    std::string error(const std::string& name, const std::string& bytes) const
    {
        folder.write(name, bytes);
        const std::string text = complaint(grid(name)),
                          where = (folder / "scene.yaml").string() + ":2:10: ";
        return text.starts_with(where) ? text.substr(where.size()) : text;
    }
};

double wave(double x, double y)
{
    return std::sin(1.3 * x) * std::cos(y) + 0.2 * x * y;
}

/// A table of a function with its axes, uneven along x.
std::string csv_of(double (*f)(double, double), int columns, int rows, bool falling = false)
{
    const auto x = [&](int i) {
        const double t = i / (columns - 1.0);
        return -1 + 3 * (t + 0.1 * std::sin(3 * t));
    };
    std::string text = "y/x";
    for (int i = 0; i < columns; ++i)
        text += fmt::format(",{}", x(i));
    for (int k = 0; k < rows; ++k) {
        const double y = -2 + 4.0 * (falling ? rows - 1 - k : k) / (rows - 1);
        text += fmt::format("\n{}", y);
        for (int i = 0; i < columns; ++i)
            text += fmt::format(",{}", f(x(i), y));
    }
    return text + "\n";
}

std::string npy(const std::string& descr, const std::string& order, const std::string& shape,
    const std::string& data)
{
    std::string header
        = "{'descr': '" + descr + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }";
    header.resize(118 - 10 + 10, ' ');
    header += '\n';
    const auto n = static_cast<unsigned>(header.size());
    return std::string("\x93NUMPY\x01", 7) + '\0' + static_cast<char>(n & 255)
        + static_cast<char>(n >> 8) + header + data;
}

template <class Number>
std::string bytes_of(const std::vector<Number>& numbers)
{
    std::string bytes(numbers.size() * sizeof(Number), '\0');
    std::memcpy(bytes.data(), numbers.data(), bytes.size());
    return bytes;
}

} // namespace

TEST_CASE("a grid's spline is cubic where the data are, and goes through every sample", "[grid]")
{
    const Scene scene;
    // A spline with not-a-knot ends reproduces cubic functions exactly.
    const auto cubic = [](double x, double y) { return 1 + x * y + 3 * x * x * x - y * y * y * x; };
    scene.folder.write("q.csv", csv_of(cubic, 9, 4)); // four: a single cubic along y
    const SurfacePtr f = made(scene.grid("q.csv"));
    CHECK_FALSE(f->has_bounds());
    std::mt19937_64 generator(1);
    std::uniform_real_distribution<double> share(0, 1);
    for (int i = 0; i < 300; ++i) {
        const Vec2 p{
            f->facts().domain.x.at(share(generator)), f->facts().domain.y.at(share(generator))};
        const Jet<double> j = f->jet(p);
        CHECK(j.v == Approx(cubic(p.x, p.y)).margin(1e-10));
        CHECK(j.x == Approx(p.y + 9 * p.x * p.x - cube(p.y)).margin(1e-9));
        CHECK(j.xy == Approx(1 - 3 * p.y * p.y).margin(1e-8));
        CHECK(j.yy == Approx(-6 * p.y * p.x).margin(1e-8));
    }
}

TEST_CASE("a grid's errors near its border are of the same order as inside", "[grid]")
{
    const Scene scene;
    const auto worst_of = [&](int n) {
        scene.folder.write("w.csv", csv_of(wave, n, n));
        const SurfacePtr f = made(scene.grid("w.csv"));
        const Box domain = f->facts().domain;
        double border = 0, interior = 0;
        for (double u = 0.0015; u < 1; u += 0.003)
            for (double v = 0.0015; v < 1; v += 0.003) {
                const Vec2 p{domain.x.at(u), domain.y.at(v)};
                const bool is_inside = std::min({u, v, 1 - u, 1 - v}) > 0.2;
                double& worst = is_inside ? interior : border;
                worst = std::max(worst, std::abs(f->value(p) - wave(p.x, p.y)));
            }
        INFO(n << ": " << border << " near the border, " << interior << " inside");
        // The factors of the fourth power: 1/384 inside, below 1/24 (a cubic through four) at ends.
        CHECK(border < 16 * interior);
        return border;
    };
    const double coarse = worst_of(21), fine = worst_of(41);
    CHECK(fine < coarse / 12); // fourth order: about 16
}

TEST_CASE("a grid's critical points are those of its spline, and not claimed to be all", "[grid]")
{
    const Scene scene;
    scene.folder.write(
        "w.csv", csv_of([](double x, double y) { return sq(sq(x) - 1) + sq(y); }, 61, 41));
    const SurfacePtr f = made(scene.grid("w.csv"));
    const CriticalPoints found = find_critical_points(*f, {{-0.9, 1.5}, {-1.5, 1.5}});
    CHECK_FALSE(found.complete());
    REQUIRE(found.points.size() == 2); // the minimum at x = -1 is outside
    CHECK(found.points[0].kind == CriticalKind::minimum);
    CHECK(distance(found.points[0].at, {1, 0}) < 1e-4);
    CHECK(found.points[1].kind == CriticalKind::saddle);
    CHECK(distance(found.points[1].at, {0, 0}) < 1e-4);
}

TEST_CASE("splines converge to smooth functions, slopes and curvatures included", "[grid]")
{
    const Scene scene;
    double before = 1;
    for (const int n : {11, 21, 41, 81}) {
        scene.folder.write("w.csv", csv_of(wave, n, n, n == 41)); // falling axes are turned
        const SurfacePtr f = made(scene.grid("w.csv"));
        double worst = 0;
        for (double x = -0.9; x < 1.9; x += 0.037)
            for (double y = -1.9; y < 1.9; y += 0.041) {
                const Jet<double> j = f->jet({x, y});
                worst = std::max(worst, std::abs(j.v - wave(x, y)));
                if (n == 81) {
                    CHECK(j.x
                        == Approx(1.3 * std::cos(1.3 * x) * std::cos(y) + 0.2 * y).margin(1e-3));
                    CHECK(j.yy == Approx(-std::sin(1.3 * x) * std::cos(y)).margin(2e-2));
                }
            }
        CHECK(worst < before / 6); // at least third order up to the edges
        before = worst;
    }
    CHECK(before < 1e-5);
}

TEST_CASE("a grid's curvature is continuous over its cells' borders", "[grid]")
{
    const Scene scene;
    scene.folder.write("w.csv", csv_of(wave, 12, 12));
    const SurfacePtr f = made(scene.grid("w.csv"));
    for (int k = 1; k < 11; ++k) {
        const double y = -2 + 4.0 * k / 11, e = 1e-9;
        const Jet<double> a = f->jet({0.3, y - e}), b = f->jet({0.3, y + e});
        CHECK(a.v == Approx(b.v).margin(1e-7));
        CHECK(a.y == Approx(b.y).margin(1e-6));
        CHECK(a.yy == Approx(b.yy).margin(1e-5));
        CHECK(a.xx == Approx(b.xx).margin(1e-5));
    }
}

TEST_CASE("bounds of grids enclose their values", "[grid]")
{
    const Scene scene;
    scene.folder.write("w.csv", csv_of(wave, 40, 33));
    const SurfacePtr f = made(scene.grid("w.csv"));
    std::mt19937_64 generator(2);
    std::uniform_real_distribution<double> share(0, 1);
    const Box domain = f->facts().domain;
    for (int i = 0; i < 500; ++i) {
        const double w = std::pow(share(generator), 3);
        const Vec2 p{domain.x.at(share(generator)), domain.y.at(share(generator))};
        const Box box{{p.x, std::min(domain.x.hi, p.x + w)}, {p.y, std::min(domain.y.hi, p.y + w)}};
        const Interval bound = f->bound(box);
        const Jet<Interval> jets = f->bound_jet(box);
        for (int k = 0; k < 20; ++k) {
            const Jet<double> j = f->jet({box.x.at(share(generator)), box.y.at(share(generator))});
            const auto holds
                = [](const Interval& b, double v) { return b.lo - 1e-9 <= v && v <= b.hi + 1e-9; };
            REQUIRE(holds(bound, j.v));
            REQUIRE(holds(jets.v, j.v));
            REQUIRE(holds(jets.x, j.x));
            REQUIRE(holds(jets.yy, j.yy));
        }
    }
    CHECK(f->bound(domain).width() < 6); // near -1.8 .. 1.8
    CHECK(f->bound({{0.5, 0.51}, {0.5, 0.51}}).width() < 0.1);
}

TEST_CASE("holes are NaN in their cells only, and slopes beside them are sound", "[grid]")
{
    const Scene scene;
    scene.folder.write("h.csv", "1,2,3,4\n2,3,nan,5\n3,4,5,6\n4,5,6,7\n5,6,7,8\n");
    const SurfacePtr f = made(scene.grid("h.csv"));
    CHECK(f->facts().domain == Box{{0, 3}, {0, 4}});
    CHECK(f->value({0.5, 0.5}) == Approx(2));
    CHECK(f->jet({0.5, 1.5}).x == Approx(1));
    CHECK(std::isnan(f->value({1.5, 0.5})));
    CHECK(std::isnan(f->value({2.5, 1.5})));
    CHECK(std::isnan(f->jet({2.5, 1.5}).x));
    CHECK(f->value({2.5, 2.5}) == Approx(6));
    CHECK(std::isnan(f->value({-0.1, 1})));
    CHECK(f->bound({{1.2, 1.4}, {0.2, 0.4}}).lo > 1e300); // a hole takes no value
    CHECK_FALSE(is_finite(f->bound_jet({{0.5, 1.5}, {0.5, 1.5}}).x));
    CHECK(f->bound({{0, 3}, {0, 4}}).contains({1, 8}));
}

TEST_CASE("all forms of grid files", "[grid]")
{
    const Scene scene;
    const auto value = [&](const std::string& name, const std::string& bytes, Vec2 p) {
        scene.folder.write(name, bytes);
        return made(scene.grid(name))->value(p);
    };
    const Vec2 p{1, 1};
    CHECK(value("a.csv", "1,2\n3,4\n", p) == 4);
    CHECK(value("a.csv", "# loss\n\n1;2\r\n3;4\r\n", p) == 4);
    CHECK(value("a.csv",
              "\xEF\xBB\xBF"
              "1\t2\n3\t4",
              p)
        == 4);
    CHECK(value("a.txt", "  1   2 \n 3 +4e0\n", p) == 4);
    CHECK(value("a.csv", ",1,2\n1,5,6\n2,7,8\n", p) == 5);
    CHECK(
        value("a.npy", npy("<f8", "False", "(2, 2)", bytes_of<double>({1, 2, 3, 4})), {0, 1}) == 3);
    CHECK(
        value("a.npy", npy("<f8", "True", "(2, 2)", bytes_of<double>({1, 2, 3, 4})), {0, 1}) == 2);
    CHECK(
        value("a.npy", npy("<f4", "False", "(2, 2)", bytes_of<float>({1, 2, 3, 4})), {0, 1}) == 3);
    CHECK(
        value("a.npy", npy("<i2", "False", "(2, 2)", bytes_of<std::int16_t>({1, -2, 3, 4})), {1, 0})
        == -2);
    CHECK(value("a.npy", npy(">i2", "False", "(2, 2)", std::string("\0\1\0\2\0\3\1\0", 8)), {1, 1})
        == 256);

    scene.folder.write("a.csv", "1,2\n3,4\n");
    const SurfacePtr placed = made(scene.grid(
        "a.csv", {{"domain", mapping({{"x", list({"-1", "1"})}, {"y", list({"10", "20"})}})}}));
    CHECK(placed->value({0, 15}) == Approx(2.5));
}

TEST_CASE("hostile grid files are located, clear errors", "[grid]")
{
    const Scene scene;
    CHECK(scene.error("a.csv", "1,2,3\n4,5\n6,7,8\n")
        == "a.csv: line 2 has 2 cells, but line 1 has 3");
    CHECK(scene.error("a.csv", "1,2\n3,x4\n") == "a.csv: line 2, cell 2: \"x4\" is not a number");
    CHECK(scene.error("a.csv", "1,2\n3,\xFFλ\x1B\xC3\n")
        == "a.csv: line 2, cell 2: \"?λ??\" is not a number");
    CHECK(scene.error("a.csv", "1,2\n3," + std::string(100, 'a') + "\n")
        == "a.csv: line 2, cell 2: \"" + std::string(60, 'a') + "...\" is not a number");
    CHECK(scene.error("a.csv", "p,q\n3,4\n5,6\n")
        == "a.csv: a grid needs at least 2 x 2 numbers, and it has 1 x 2");
    CHECK(
        scene.error("a.csv", "1,b\n3,4\n5,6\n") == "a.csv: line 1, cell 2: \"b\" is not a number");
    CHECK(scene.error("a.csv", "1,2,3\n")
        == "a.csv: a grid needs at least 2 x 2 numbers, and it has 3 x 1");
    CHECK(scene.error("a.csv", "1\n2\n3\n")
        == "a.csv: a grid needs at least 2 x 2 numbers, and it has 1 x 3");
    CHECK(scene.error("a.csv", "") == "a.csv: it holds no numbers");
    CHECK(scene.error("a.csv", "nan,nan\nnan,\n") == "a.csv: it holds no numbers");
    CHECK(scene.error("a.csv", "hello world\n") == "a.csv: it holds no numbers");
    CHECK(scene.error("a.csv", ",1,1\n1,2,3\n2,3,4\n")
        == "a.csv: the numbers of its x axis must rise or fall throughout");
    CHECK(scene.error("a.csv", ",1,2\n1,2,3\n,3,4\n")
        == "a.csv: the numbers of its y axis must rise or fall throughout");
    const std::string shape = npy("<f8", "False", "(16384, 8192)", "12345678");
    CHECK(scene.error("a.npy", shape)
        == "a.npy: its header claims 16384 x 8192 numbers; at most 4194304 are read");
    CHECK(scene.error("a.npy", npy("<f8", "False", "(2147483648, 2147483648)", "")) // 2^62
        == "a.npy: its header claims 2147483648 x 2147483648 numbers; at most 4194304 are read");
    CHECK(scene.error("a.npy", npy("<f8", "False", "(99999999999, 99999999999)", ""))
              .find("at most 4194304")
        != std::string::npos);
    CHECK(scene.error("a.npy", npy("<f8", "False", "(999999999999999999999999, 2)", ""))
        == "a.npy: its header names no shape of two dimensions");
    CHECK(scene.error("a.npy", npy("<f8", "False", "(4, 4)", "12345678"))
        == "a.npy: its header claims 128 bytes of numbers, but it has 8");
    CHECK(scene.error("a.npy", npy("<f8", "False", "(4,)", ""))
        == "a.npy: its header names no shape of two dimensions");
    CHECK(scene.error("a.npy", npy("<f8", "False", "(2, 2, 2)", ""))
        == "a.npy: it has more than two dimensions");
    CHECK(scene.error("a.npy", npy("|O", "False", "(2, 2)", ""))
              .find("are not supported; use float64")
        != std::string::npos);
    CHECK(scene.error("a.npy", npy("<c16", "False", "(2, 2)", ""))
              .find("are not supported; use float64")
        != std::string::npos);
    CHECK(scene.error("a.npy", std::string("\x93NUMPY\x02\x00\xFF\xFF\xFF\x3F", 12))
        == "a.npy: it ends within its header");
    CHECK(
        scene.error("a.npy", std::string("\x93NUMPY\x01\x00", 8)) == "a.npy: it is no NumPy file");
}

TEST_CASE("data files lie beside the scene and nowhere else", "[grid]")
{
    const Scene scene;
    const auto error = [&](const std::string& name) {
        const std::string text = complaint(scene.grid(name));
        return text.substr(std::min(text.size(), text.find(":2:10: ") + 7));
    };
    CHECK(error("missing.csv") == "missing.csv: there is no such file");
    CHECK(
        error("../x.csv") == "../x.csv: paths must be relative and stay below the scene's folder");
    CHECK(error("/etc/passwd")
        == "/etc/passwd: paths must be relative and stay below the scene's folder");
    std::filesystem::create_directory(scene.folder / "sub");
    CHECK(error("sub") == "sub: it is not a file");
    REQUIRE(::mkfifo((scene.folder / "pipe").c_str(), 0600) == 0);
    CHECK(error("pipe") == "pipe: it is not a file"); // and nobody waits for a writer
    CHECK(error("sub/../../x.csv")
        == "sub/../../x.csv: paths must be relative and stay below the scene's folder");
    std::filesystem::create_symlink("/etc/hostname", scene.folder / "link.csv");
    CHECK(
        error("link.csv") == "link.csv: paths must be relative and stay below the scene's folder");
    CHECK(error("") == "file must name a file beside the scene");
    CHECK(complaint(scalar("grid")) == "scene.yaml:1:10: file must name a file beside the scene");
    scene.folder.write("sub/ok.csv", "1,2\n3,4\n");
    CHECK(made(scene.grid("sub/ok.csv"))->value({1, 0}) == 2);
}

TEST_CASE("random bytes never crash the readers", "[grid]")
{
    const Scene scene;
    std::mt19937_64 generator(3);
    const std::string good = npy("<f8", "False", "(2, 2)", bytes_of<double>({1, 2, 3, 4}));
    for (int i = 0; i < 300; ++i) {
        std::string bytes = i % 2 ? good : "1,2,3\n4,5,6\n7,nan,9\n";
        for (int k = 0; k < 3; ++k)
            bytes[generator() % bytes.size()] = static_cast<char>(generator());
        scene.error("a.dat", bytes); // any message, or none
    }
}

TEST_CASE("a grid says where it took no axes, and what is missing", "[grid]")
{
    const Scene scene;
    const auto notes = [&](const std::string& name, const std::string& bytes,
                           std::vector<std::pair<std::string, Node>> more = {}) {
        scene.folder.write(name, bytes);
        return made(scene.grid(name, std::move(more)))->facts().notes;
    };
    const std::pair domain{
        "domain", mapping({{"x", list({"-1", "1"})}, {"y", list({"10", "20"})}})};
    CHECK(notes("a.csv", "y/x,1,2\n1,5,6\n2,7,8\n").empty());
    CHECK(notes("a.csv", "1,2\n3,4\n", {domain}).empty());
    CHECK(notes("a.csv", "1,2\n3,4\n5,6\n")
        == std::vector<std::string>{
            "a.csv holds no axes: x counts its columns from 0 to 1, and y its rows from 0 to 2; "
            "the surface's option \"domain\" places them"});
    CHECK(
        notes("a.npy", npy("<f8", "False", "(2, 2)", bytes_of<double>({1, 2, 3, 4}))).size() == 1);
    CHECK(notes("a.csv", ",1,2\n1,,6\n2,7,nan\n3,7,8\n")
        == std::vector<std::string>{
            "2 of the 6 values of a.csv are missing: the cells around them are undefined ground"});
    CHECK(scene.error("a.npz", std::string("PK\x03\x04") + "values.npy")
        == "a.npz: it is an archive, as .npz; save the array of values alone as .npy");
}
