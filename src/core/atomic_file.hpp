#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

namespace thalweg {

/// A file that appears under its name whole or not at all.
///
/// Bytes go to a temporary file beside the target; `commit` syncs it and renames it. Without a
/// commit (an exception, a signal that unwinds) the destructor removes it, and where a process dies
/// before that, the next one does (core/temporary_files.hpp). Every failure throws OutputError
/// naming the target.
class AtomicFile {
public:
    explicit AtomicFile(std::filesystem::path target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    const std::filesystem::path& target() const { return target_; }
    /// Where the bytes are until `commit`; readable, for checks before it.
    const std::filesystem::path& temporary() const { return temporary_; }

    void write(std::span<const std::byte> bytes);
    void write(std::string_view text);
    /// Overwrites earlier bytes; the position of `write` stays where it was.
    void write_at(std::size_t offset, std::span<const std::byte> bytes);
    std::size_t size() const { return size_; }
    void commit();

private:
    [[noreturn]] void fail() const;

    std::filesystem::path target_, temporary_;
    int descriptor_ = -1;
    std::size_t size_ = 0;
};

} // namespace thalweg
