#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace thalweg::test {

/// What a program left behind when it ended.
struct Ended {
    int code = 0; ///< its exit code; 128 + the signal that killed it
    std::string out, err;
};

/// Runs a program, looked up like a shell does, to its end. It gets no standard input.
Ended run_program(const std::vector<std::string>& words);

/// Runs the thalweg of this build, which the environment variable THALWEG names.
Ended run_thalweg(std::vector<std::string> words);

/// A new empty folder, gone with all that is in it at the end of its scope.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    /// The path of a file in it.
    std::string operator/(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

/// All bytes of a file; throws std::runtime_error where it cannot be read.
std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& bytes);

} // namespace thalweg::test
