#include "core/temporary_files.hpp"

#include "core/atomic_file.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

#include <algorithm>
#include <csignal>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

using namespace thalweg;
using test::TemporaryFolder;

namespace {

std::vector<std::string> names_in(const TemporaryFolder& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

/// A process that makes a file in a folder and waits to be killed.
class Writer {
public:
    explicit Writer(const TemporaryFolder& folder)
    {
        int ready[2] = {};
        REQUIRE(::pipe(ready) == 0);
        child_ = ::fork();
        if (child_ == 0) {
            const AtomicFile file(folder / "a");
            const std::string name = file.temporary().string() + "\n";
            static_cast<void>(::write(ready[1], name.data(), name.size()));
            for (;;)
                ::pause();
        }
        char byte = 0;
        while (::read(ready[0], &byte, 1) == 1 && byte != '\n')
            file_ += byte;
        ::close(ready[0]);
        ::close(ready[1]);
    }
    const std::string& file() const { return file_; }
    void kill() const
    {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }

private:
    pid_t child_ = 0;
    std::string file_;
};

} // namespace

TEST_CASE("the left-overs of a killed process go with the next file, those of a living one stay",
    "[core]")
{
    const TemporaryFolder folder;
    const Writer killed(folder), living(folder);
    test::write_file(folder / ".thalweg-notes", "the user's own");
    test::write_file(folder / "old.part", "the user's own");
    REQUIRE(names_in(folder).size() == 4);
    killed.kill();
    AtomicFile file(folder / "b");
    CHECK(names_in(folder).size() == 4); // one gone, one new
    file.commit();
    CHECK_FALSE(std::filesystem::exists(killed.file()));
    CHECK(std::filesystem::exists(living.file()));
    for (const char* name : {".thalweg-notes", "old.part", "b"})
        CHECK(std::filesystem::exists(folder / name));
    living.kill();
}

TEST_CASE("a name may be as long as the file system takes", "[core]")
{
    const TemporaryFolder folder;
    AtomicFile file(folder / std::string(255, 'n'));
    file.write("x");
    file.commit();
    CHECK(names_in(folder) == std::vector{std::string(255, 'n')});
}
