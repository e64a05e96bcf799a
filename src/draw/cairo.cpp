#include "draw/cairo.hpp"

#include "core/error.hpp"

namespace thalweg {

void check(cairo_status_t status, const std::string& doing)
{
    if (status != CAIRO_STATUS_SUCCESS)
        throw OutputError(doing, cairo_status_to_string(status));
}

} // namespace thalweg
