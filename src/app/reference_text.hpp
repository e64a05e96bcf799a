#pragma once

#include "app/reference.hpp"

namespace thalweg::app {

/// A page for the terminal.
std::string page_text(const ReferencePage& page);

/// A whole table as a page of documentation in Markdown: a heading, then a section for each kind.
std::string table_markdown(const ReferenceTable& table);

} // namespace thalweg::app
