#include "unit/surface/grid_files.hpp"
#include "support/catch.hpp"

#include <random>

#include <sys/stat.h>

using namespace thalweg;
using namespace thalweg::surface;
using namespace thalweg::testing;
using namespace nodes;

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
