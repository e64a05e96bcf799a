// Every processor gives the same numbers and pictures. The C library has variants of its functions
// for processors with fused multiplication and addition; here it is told that there is none.
#include "support/catch.hpp"
#include "support/program.hpp"

#include <cstdlib>

using namespace thalweg::test;

namespace {

constexpr const char* kOlder
    = "GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2_Usable,-AVX2,-FMA_Usable,-FMA,"
      "-FMA4_Usable,-FMA4,-AVX512F,-AVX512VL";

std::string out_of(std::vector<std::string> words, bool older)
{
    words.insert(words.begin(), std::getenv("THALWEG"));
    if (older)
        words.insert(words.begin(), {"env", kOlder});
    const Ended ended = run_program(words);
    CHECK(ended.code == 0);
    return ended.out;
}

} // namespace

TEST_CASE("an older processor computes the same bits", "[program]")
{
    const TemporaryFolder folder;
    for (const char* surface : {"ackley", "levy", "eggholder", "rastrigin", "schaffer",
             "{kind: formula, formula: \"exp(sin(3*x))*cos(y)^2 + (1.1+x^2)^1.7 + log(2+y^2) + "
             "tanh(x*y) + atan(x) + tan(y/2) + sinh(x/3)\"}"}) {
        INFO(surface);
        const std::string scene = folder / "scene.yaml";
        write_file(scene,
            "surface: " + std::string(surface)
                + "\nsteps: 300\noptimizers: [{kind: momentum, learning_rate: 0.003}, adam, "
                  "cma-es]\n"
                  "outputs: [{file: a.png, size: 320x180}]\n");
        for (const char* command : {"trace", "contours"}) {
            std::vector<std::string> words{command, scene};
            if (command == std::string("trace"))
                words.insert(words.end(), {"--format", "csv"});
            CHECK(out_of(words, false) == out_of(words, true));
        }
        out_of({"render", scene, "-o", folder / "now"}, false);
        out_of({"render", scene, "-o", folder / "then"}, true);
        CHECK(read_file(folder / "now/a.png") == read_file(folder / "then/a.png"));
    }
}
