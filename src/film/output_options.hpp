#pragma once

#include "film/outputs.hpp"

namespace thalweg {
namespace film {
}
using namespace film;
} // namespace thalweg
namespace thalweg::film {

/// The options that several kinds of output share. Each reads into `spec`, whose value there is the
/// default, and adds a located problem where the value does not fit.

enum class Parity { any, even };

void read_file_name(Options& options, OutputSpec& spec);
void read_pixel_size(Options& options, OutputSpec& spec, Parity parity);
void read_page_size(Options& options, OutputSpec& spec);
/// A page by its name, in the place of a size.
void read_page(Options& options, OutputSpec& spec);
void read_moment(Options& options, OutputSpec& spec);

} // namespace thalweg::film
