#include "app/reference_text.hpp"

#include "app/option_text.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace thalweg::app {

namespace {

std::string capitalized(std::string_view text)
{
    std::string result(text);
    result[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(result[0])));
    return result;
}

std::string with_backslashes(std::string_view text, std::string_view before)
{
    std::string escaped;
    for (const char c : text) {
        escaped += before.find(c) == before.npos ? "" : "\\";
        escaped += c;
    }
    return escaped;
}

/// Bars would end a cell.
std::string code_cell(std::string_view text)
{
    return fmt::format("`{}`", with_backslashes(text, "|"));
}
std::string cell(std::string_view text)
{
    return with_backslashes(text, "|\\");
}

bool is_formula(const ReferencePage::Fact& fact)
{
    return fact.name == "formula";
}

std::string facts_markdown(const std::vector<ReferencePage::Fact>& facts)
{
    std::string text;
    for (const ReferencePage::Fact& fact : facts)
        text += is_formula(fact) ? fmt::format("- {}: `{}`\n", fact.name, fact.value)
                                 : fmt::format("- {}: {}\n", fact.name, fact.value);
    return text.empty() ? "" : text + '\n';
}

std::string options_markdown(const std::vector<OptionInfo>& options)
{
    if (options.empty())
        return "It has no options.\n\n";
    std::string text = "| option | meaning | values | default |\n| --- | --- | --- | --- |\n";
    for (const OptionInfo& option : options)
        text += fmt::format("| `{}` | {} | {} | {} |\n", option.key, cell(option.meaning),
            cell(option_form(option)), cell(option.fallback));
    return text + '\n';
}

std::string rows_markdown(const ReferenceTable& table)
{
    std::string text = fmt::format("| {} | meaning |\n| --- | --- |\n", table.singular);
    for (const ReferenceTable::Row& row : table.rows)
        text += fmt::format("| {} | {} |\n", code_cell(row.name), cell(row.summary));
    return text;
}

} // namespace

std::string page_text(const ReferencePage& page)
{
    std::string text = fmt::format("{}: {}\n", page.name, page.summary);
    std::size_t widest = 0;
    for (const ReferencePage::Fact& fact : page.facts)
        widest = std::max(widest, fact.name.size());
    for (const ReferencePage::Fact& fact : page.facts)
        text += fmt::format("  {:<{}}  {}\n", fact.name, widest, fact.value);
    return text + options_text(page.options);
}

std::string table_markdown(const ReferenceTable& table)
{
    std::string text = fmt::format("# {}\n\nWritten by `thalweg list {} --markdown` from the "
                                   "tables that the program itself reads.\n\n",
        capitalized(table.name), table.name);
    if (!table.about.empty())
        text += fmt::format("{}\n\n", table.about);
    if (!table.has_options)
        return text + rows_markdown(table);
    for (const ReferenceTable::Row& row : table.rows) {
        const ReferencePage page = row.page();
        text += fmt::format("## {}\n\n{}.\n\n{}{}", page.name, capitalized(page.summary),
            facts_markdown(page.facts), options_markdown(page.options));
    }
    text.pop_back(); // one line end at the end
    return text;
}

} // namespace thalweg::app
