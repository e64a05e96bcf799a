#include "core/atomic_file.hpp"
#include "core/error.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <csignal>
#include <sstream>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace thalweg;

namespace {

std::string read(const std::filesystem::path& path)
{
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

/// As if the disk had this many bytes left for any file.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

std::string error_of(const auto& action)
{
    try {
        action();
    } catch (const OutputError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("a committed file is whole, alone and readable as the umask says", "[core]")
{
    const TemporaryFolder folder;
    const mode_t before = ::umask(0);
    ::umask(before);
    AtomicFile file(folder / "out.txt");
    file.write("hello ");
    file.write("world");
    file.write_at(0, std::as_bytes(std::span("J", 1)));
    file.write("!");
    CHECK(file.size() == 12);
    CHECK_FALSE(std::filesystem::exists(folder / "out.txt"));
    CHECK(read(file.temporary()) == "Jello world!");
    file.commit();
    CHECK(read(folder / "out.txt") == "Jello world!");
    CHECK(folder.count() == 1);
    struct stat status { };
    ::stat((folder / "out.txt").c_str(), &status);
    CHECK((status.st_mode & 0777) == (0666 & ~before));
    CHECK(::umask(before) == before);
}

TEST_CASE("without a commit nothing is left, and the old file stays", "[core]")
{
    const TemporaryFolder folder;
    folder.write("out.txt", "old");
    {
        AtomicFile file(folder / "out.txt");
        file.write("new");
    }
    CHECK(read(folder / "out.txt") == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("a full disk is an error that names the file, and leaves nothing", "[core]")
{
    const TemporaryFolder folder;
    const auto target = folder / "film.mp4";
    const std::string message = error_of([&] {
        const SmallDisk disk(1000);
        AtomicFile file(target);
        file.write(std::string(5000, 'x'));
        file.commit();
    });
    CHECK(message == "could not write " + target.string() + ": File too large");
    CHECK(folder.count() == 0);
}

TEST_CASE("places that cannot be written are errors", "[core]")
{
    const TemporaryFolder folder;
    const auto missing = folder.path() / "missing" / "a.txt";
    CHECK(error_of([&] { AtomicFile file(missing); })
        == "could not write " + missing.string() + ": No such file or directory");

    std::filesystem::create_directory(folder / "taken");
    const std::string message = error_of([&] {
        AtomicFile file(folder / "taken");
        file.write("x");
        file.commit();
    });
    CHECK(message == "could not write " + (folder / "taken").string() + ": Is a directory");
    CHECK(folder.count() == 1);
}
