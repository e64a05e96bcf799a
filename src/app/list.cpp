#include "app/commands.hpp"
#include "app/reference.hpp"
#include "app/reference_text.hpp"
#include "app/surface_facts.hpp"
#include "app/terminal.hpp"
#include "core/error.hpp"
#include "core/problems.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>

namespace thalweg::app {

namespace {

struct ListOptions {
    std::string table, name;
    bool markdown = false;
};

std::string rows_text(const ReferenceTable& table)
{
    std::size_t widest = 0;
    for (const auto& row : table.rows)
        widest = std::max(widest, row.name.size());
    std::string text;
    for (const auto& row : table.rows)
        text += fmt::format("  {:<{}}  {}\n", row.name, widest, row.summary);
    return text;
}

template <class Rows>
std::vector<std::string> names_of(const Rows& rows)
{
    std::vector<std::string> names;
    for (const auto& row : rows)
        names.emplace_back(row.name);
    return names;
}

const ReferenceTable& find_table(const std::vector<ReferenceTable>& tables, const std::string& name)
{
    const auto found = std::ranges::find(tables, name, &ReferenceTable::name);
    if (found != tables.end())
        return *found;
    const std::vector<std::string> known = names_of(tables);
    throw UsageError(fmt::format("there is no list of \"{}\"{}; there are {}", name,
        did_you_mean(name, known), fmt::join(known, ", ")));
}

std::string page_of(const ReferenceTable& table, const std::string& name)
{
    const auto found = std::ranges::find(table.rows, name, &ReferenceTable::Row::name);
    if (found == table.rows.end())
        throw UsageError(fmt::format("there is no {} \"{}\"{}", table.singular, name,
            did_you_mean(name, names_of(table.rows))));
    return page_text(found->page());
}

std::string scene_pages(const std::string& path)
{
    std::string text;
    for (const ReferencePage& page : surface_pages(scene::load_scene(path)))
        text += page_text(page);
    return text;
}

void list(const ListOptions& options)
{
    const std::vector<ReferenceTable> tables = reference_tables();
    if (options.markdown) {
        if (options.table.empty() || !options.name.empty())
            throw UsageError("--markdown writes a whole table: name one, such as surfaces");
        return print(table_markdown(find_table(tables, options.table)));
    }
    if (options.table.empty()) {
        std::string text;
        for (const ReferenceTable& table : tables)
            text += fmt::format("{}{}\n{}", text.empty() ? "" : "\n", table.name, rows_text(table));
        print(text);
        return;
    }
    const ReferenceTable& table = find_table(tables, options.table);
    if (table.name == "surfaces" && std::string_view(options.name).ends_with(".yaml"))
        return print(scene_pages(options.name));
    print(options.name.empty() ? rows_text(table) : page_of(table, options.name));
}

} // namespace

void add_list(CLI::App& app)
{
    CLI::App* command
        = app.add_subcommand("list", "say what a scene can name, and which options it takes");
    const auto options = std::make_shared<ListOptions>();
    command
        ->add_option("TABLE", options->table,
            "surfaces, functions (of formulas), mathematics (of texts), optimizers, schedules, "
            "gradients, panels, outputs, "
            "pages, levels, themes; all where absent")
        ->type_name("");
    command
        ->add_option("NAME", options->name,
            "one of them, with everything known of it; surfaces: also a scene, whose own surface "
            "is searched for critical points")
        ->type_name("");
    command->add_flag("--markdown", options->markdown, "a table as a page of documentation");
    command->callback([options] { list(*options); });
}

} // namespace thalweg::app
