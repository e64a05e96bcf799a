#include "core/temporary_files.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace thalweg {

namespace {

constexpr std::string_view kPrefix = ".thalweg-", kSuffix = ".part";

/// What this process has made and not yet published or removed.
struct Registry {
    std::mutex mutex;
    std::set<std::filesystem::path> living;
    std::set<std::filesystem::path> cleaned; ///< folders without left-overs
};

/// Never destroyed: the thread that ends the process may need it at any time.
Registry& registry()
{
    static Registry& all = *new Registry;
    return all;
}

/// Whether nobody else holds the file's lock; it is then ours until the descriptor is closed.
bool lock(int descriptor)
{
    return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
}

void remove_if_orphan(int folder, const char* name)
{
    const int file = ::openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return;
    struct stat facts { };
    if (::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && lock(file))
        ::unlinkat(folder, name, 0);
    ::close(file);
}

void remove_orphans(const std::filesystem::path& folder)
{
    DIR* entries = ::opendir(folder.c_str());
    if (!entries)
        return;
    while (const dirent* entry = ::readdir(entries)) {
        const std::string_view name = entry->d_name;
        if (name.starts_with(kPrefix) && name.ends_with(kSuffix))
            remove_if_orphan(::dirfd(entries), entry->d_name);
    }
    ::closedir(entries);
}

/// Another process may take the new file for an orphan before we have locked it; then it has no
/// name any more. (Where a file system knows no locks, nobody removes anything.)
bool hold(int descriptor)
{
    ::flock(descriptor, LOCK_EX);
    struct stat facts { };
    return ::fstat(descriptor, &facts) == 0 && facts.st_nlink > 0;
}

TemporaryFile make_locked(const std::filesystem::path& folder)
{
    const std::string pattern
        = (folder / (std::string(kPrefix) + "XXXXXX" + std::string(kSuffix))).string();
    for (;;) {
        std::string path = pattern;
        const int file = ::mkostemps(path.data(), static_cast<int>(kSuffix.size()), O_CLOEXEC);
        if (file < 0 || hold(file))
            return {file, path};
        ::close(file);
    }
}

/// A new name is on the disk only once its folder is. Some file systems cannot sync folders.
bool sync_folder(const std::filesystem::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return errno == EACCES; // one may write into a folder that one may not read
    const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
    const int reason = errno;
    ::close(descriptor);
    errno = reason;
    return synced;
}

std::filesystem::path folder_of(const std::filesystem::path& file)
{
    return file.has_parent_path() ? file.parent_path() : ".";
}

} // namespace

TemporaryFile make_temporary_file(const std::filesystem::path& folder)
{
    Registry& all = registry();
    const std::scoped_lock guard(all.mutex);
    const std::filesystem::path place = folder.empty() ? "." : folder;
    if (all.cleaned.insert(place).second)
        remove_orphans(place);
    TemporaryFile made = make_locked(place);
    if (made.descriptor >= 0)
        all.living.insert(made.path);
    return made;
}

bool publish_temporary_file(
    const std::filesystem::path& temporary, const std::filesystem::path& target)
{
    {
        Registry& all = registry();
        const std::scoped_lock guard(all.mutex);
        if (::rename(temporary.c_str(), target.c_str()) != 0)
            return false;
        all.living.erase(temporary);
    }
    return sync_folder(folder_of(target));
}

void remove_temporary_file(const std::filesystem::path& temporary)
{
    Registry& all = registry();
    const std::scoped_lock guard(all.mutex);
    ::unlink(temporary.c_str());
    all.living.erase(temporary);
}

void remove_all_temporary_files() noexcept
{
    Registry& all = registry();
    all.mutex.lock(); // for good
    for (const std::filesystem::path& path : all.living)
        ::unlink(path.c_str());
}

} // namespace thalweg
