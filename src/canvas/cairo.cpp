#include "canvas/cairo.hpp"

#include "core/error.hpp"

namespace thalweg::canvas {

void check(cairo_status_t status, const std::string& doing)
{
    if (status != CAIRO_STATUS_SUCCESS)
        throw OutputError(doing, cairo_status_to_string(status));
}

void set_source(cairo_t* cr, const Color& color)
{
    cairo_set_source_rgba(cr, color.r, color.g, color.b, color.a);
}

} // namespace thalweg::canvas
