#include "app/app.hpp"

#include "app/commands.hpp"
#include "app/failure.hpp"
#include "app/terminal.hpp"
#include "core/error.hpp"
#include "core/interrupt.hpp"
#include "core/problems.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <exception>

namespace thalweg::app {

namespace {

constexpr const char* kDescription
    = "Turns a YAML scene of loss landscapes and optimizers into films and figures.";

constexpr const char* kExamples = R"(Begin with two lines in a file, such as first.yaml:

  surface: rosenbrock
  optimizers: [momentum]

then:

  thalweg render first.yaml          writes output/first.mp4 and output/first.svg
  thalweg check first.yaml           says what is wrong with it, and where
  thalweg map first.yaml             shows it here, in the terminal
  thalweg list optimizers momentum   says which options it takes

Exit codes: 0 done, 1 rendering failed, 2 wrong command line, 3 invalid scene,
4 a limit is exceeded, 5 a file could not be written, 130 or 143 interrupted.)";

void build(CLI::App& app)
{
    app.set_version_flag("--version", "thalweg " THALWEG_VERSION, "print the version and end");
    app.set_help_flag("-h,--help", "print this help and end");
    app.require_subcommand(1);
    app.get_formatter()->column_width(32);
    add_render(app);
    add_check(app);
    add_trace(app);
    add_map(app);
    add_contours(app);
    add_list(app);
    app.footer(kExamples); // last, since the commands inherit what is there before
}

/// The message, and the usage line of the command that was meant.
int fail_usage(const CLI::App& app, std::string_view message)
{
    const auto chosen = app.get_subcommands();
    const CLI::App* command = chosen.empty() ? &app : chosen.front();
    const std::string name = chosen.empty() ? "thalweg" : "thalweg " + command->get_name();
    std::string usage = CLI::Formatter().make_usage(command, name);
    usage.erase(0, usage.find_first_not_of('\n'));
    usage.erase(usage.find_last_not_of('\n') + 1);
    tell_error(message);
    tell(usage);
    tell(fmt::format("\"{} --help\" says more.", name));
    return static_cast<int>(Exit::usage);
}

/// The parser would only say that something was not expected.
void check_command(const CLI::App& app, int argc, char** argv)
{
    const std::string word = argc > 1 ? argv[1] : "";
    if (word.starts_with('-')) {
        if (!app.get_option_no_throw(word))
            throw UsageError(fmt::format("there is no option \"{}\" before a command", word));
        return;
    }
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands({}))
        names.push_back(command->get_name());
    if (word.empty())
        throw UsageError(fmt::format("which command? There are {}", fmt::join(names, ", ")));
    if (std::ranges::find(names, word) == names.end())
        throw UsageError(fmt::format("there is no command \"{}\"{}; there are {}", word,
            did_you_mean(word, names), fmt::join(names, ", ")));
}

/// Runs `body`; says what went wrong, if anything.
template <class Body>
int guarded(const CLI::App& app, Body body)
{
    try {
        body();
        return static_cast<int>(Exit::ok);
    } catch (const CLI::ParseError& error) {
        return fail_usage(app, error.what());
    } catch (const UsageError& error) {
        return fail_usage(app, error.what());
    } catch (...) {
        return tell_failure(std::current_exception());
    }
}

/// Help and version reach us as exceptions of the parser's.
void parse(CLI::App& app, int argc, char** argv)
{
    check_command(app, argc, argv);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        print(chosen.empty() ? app.help() : chosen.front()->help("thalweg"));
    } catch (const CLI::CallForVersion& version) {
        print(fmt::format("{}\n", version.what()));
    }
}

} // namespace

int run_app(int argc, char** argv)
{
    open_standard_streams();
    catch_interrupts();
    CLI::App app{kDescription, "thalweg"};
    build(app);
    return guarded(app, [&] {
        end_soon_after_interrupts(tell_interrupted);
        parse(app, argc, argv);
    });
}

} // namespace thalweg::app
