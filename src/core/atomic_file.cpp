#include "core/atomic_file.hpp"

#include "core/error.hpp"
#include "core/temporary_files.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace thalweg {

namespace {

/// Calls `step(data, size, done)` until all bytes are through; false on an error, which errno
/// names.
template <class Step>
bool write_all(std::span<const std::byte> bytes, Step step)
{
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t n = step(bytes.data() + done, bytes.size() - done, done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        done += static_cast<std::size_t>(n);
    }
    return true;
}

/// The process's umask. It can only be read by setting it, so it is read once: two threads that
/// did so at a time could leave it changed.
mode_t user_mask()
{
    static const mode_t mask = [] {
        const mode_t current = ::umask(0);
        ::umask(current);
        return current;
    }();
    return mask;
}

} // namespace

AtomicFile::AtomicFile(std::filesystem::path target)
    : target_(std::move(target))
{
    TemporaryFile made = make_temporary_file(target_.parent_path());
    if (made.descriptor < 0)
        fail();
    descriptor_ = made.descriptor;
    temporary_ = std::move(made.path);
}

AtomicFile::~AtomicFile()
{
    if (descriptor_ < 0)
        return;
    remove_temporary_file(temporary_);
    ::close(descriptor_); // last, since with it goes the lock
}

void AtomicFile::write(std::span<const std::byte> bytes)
{
    if (!write_all(bytes, [&](const std::byte* data, std::size_t n, std::size_t) {
            return ::write(descriptor_, data, n);
        }))
        fail();
    size_ += bytes.size();
}

void AtomicFile::write(std::string_view text)
{
    write(std::as_bytes(std::span(text.data(), text.size())));
}

void AtomicFile::write_at(std::size_t offset, std::span<const std::byte> bytes)
{
    if (!write_all(bytes, [&](const std::byte* data, std::size_t n, std::size_t done) {
            return ::pwrite(descriptor_, data, n, static_cast<off_t>(offset + done));
        }))
        fail();
}

void AtomicFile::commit()
{
    // Temporary files are their owner's alone; a finished one gets what the user's mask allows.
    if (::fchmod(descriptor_, 0666 & ~user_mask()) != 0 || ::fsync(descriptor_) != 0
        || !publish_temporary_file(temporary_, target_))
        fail();
    ::close(descriptor_);
    descriptor_ = -1;
}

void AtomicFile::fail() const
{
    throw OutputError("write " + target_.string(), std::strerror(errno));
}

} // namespace thalweg
