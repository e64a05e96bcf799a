#include "support/program.hpp"

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace thalweg::test {

namespace {

/// The program's three standard streams: nothing, and two files (so that no full pipe can block
/// it).
class Streams {
public:
    Streams(const std::string& out, const std::string& err)
    {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(
            &actions_, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT, 0600);
        posix_spawn_file_actions_addopen(
            &actions_, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT, 0600);
    }
    ~Streams() { posix_spawn_file_actions_destroy(&actions_); }
    Streams(const Streams&) = delete;
    Streams& operator=(const Streams&) = delete;

    const posix_spawn_file_actions_t* actions() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

int exit_code(pid_t child)
{
    int status = 0;
    if (waitpid(child, &status, 0) != child)
        throw std::runtime_error("could not wait for a program");
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace

Ended run_program(const std::vector<std::string>& words)
{
    const TemporaryFolder folder;
    const Streams streams(folder / "out", folder / "err");
    std::vector<std::string> copies = words;
    std::vector<char*> arguments;
    for (std::string& word : copies)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);

    pid_t child = 0;
    const int error
        = posix_spawnp(&child, arguments[0], streams.actions(), nullptr, arguments.data(), environ);
    if (error != 0)
        throw std::runtime_error("could not run " + words[0] + ": " + std::strerror(error)
            + " (scripts/setup test installs what the tests need)");
    const int code = exit_code(child);
    return {.code = code, .out = read_file(folder / "out"), .err = read_file(folder / "err")};
}

Ended run_thalweg(std::vector<std::string> words)
{
    const char* program = std::getenv("THALWEG");
    if (program == nullptr)
        throw std::runtime_error("the environment variable THALWEG must name the program");
    words.insert(words.begin(), program);
    return run_program(words);
}

TemporaryFolder::TemporaryFolder()
{
    std::string name = (std::filesystem::temp_directory_path() / "thalweg-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("could not make " + name);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored; // a test may have left the folder unreadable on purpose
    std::filesystem::remove_all(path_, ignored);
}

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file)
        throw std::runtime_error("could not read " + path.string());
    return bytes.str();
}

void write_file(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.close();
    if (!file)
        throw std::runtime_error("could not write " + path.string());
}

} // namespace thalweg::test
