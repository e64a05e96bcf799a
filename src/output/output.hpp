#pragma once

#include "film/progress.hpp"
#include "film/quality.hpp"
#include "output/options.hpp"
#include "output/production.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace thalweg::output {

class Output;
using OutputPtr = std::shared_ptr<const Output>;

/// What the command line asks for beside what the scene says.
struct WriteOptions {
    int jobs = 1; ///< threads; the bytes do not depend on it
    std::optional<film::Quality> quality{}; ///< of films
    std::optional<When> at{}; ///< that pictures and pages show
    film::Progress progress{};
};

/// One file that a scene asks for, with its options resolved. Immutable.
class Output {
public:
    explicit Output(FileName file)
        : file_(std::move(file))
    {
    }
    virtual ~Output() = default;

    /// Below the output folder; "-" is standard output.
    const std::string& file() const { return file_.name; }
    /// Of its name in the scene, for messages.
    const Location& where() const { return file_.where; }
    /// Of its size in the scene; of its name where that is the default.
    const Location& size_where() const { return file_.size_where; }

    /// Its name in the table of kinds.
    virtual std::string_view kind() const = 0;
    /// The size and what else is worth telling, as "1920x1080, 60 fps".
    virtual std::string describe() const = 0;
    /// How many pictures it has: 1 for what is no film, 0 for what is no picture at all.
    ///
    /// Throws  LimitError
    virtual int frames(const Production&) const { return 1; }
    /// The moment that it shows; nothing for films and tables.
    virtual std::optional<When> at() const { return std::nullopt; }
    /// What users should know of its form, as a sentence each, such as that a part is no vectors.
    virtual std::vector<std::string> notes(const Production&, int) const { return {}; }
    /// Composes what it will draw, and adds a located problem where that does not fit.
    ///
    /// Returns  warnings: what the picture had to leave out
    /// Throws   LimitError where it would take more than it may, such as memory
    virtual std::vector<std::string> check(const Production&, int jobs, Problems&) const
    {
        static_cast<void>(jobs);
        return {};
    }
    /// Draws and writes the file.
    ///
    /// target  its path; "-": standard output
    /// Throws  OutputError, LimitError, SceneError, Interrupted; no file is left behind then
    virtual void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions& options) const = 0;
    /// The same film without compression, on standard output; null for what is no film.
    virtual OutputPtr as_stream() const { return nullptr; }

private:
    FileName file_;
};

} // namespace thalweg::output
