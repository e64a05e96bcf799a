// One target as libFuzzer's program. It runs in the project's folder:
//   fuzz_scene -max_len=20000 FOLDER_FOR_NEW_EXAMPLES scenes tests/bad_scenes
#include "fuzz/targets.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const thalweg::fuzz::Target& target = thalweg::fuzz::target(THALWEG_FUZZ_TARGET);
    target.run({reinterpret_cast<const char*>(data), size});
    return 0;
}
