#include "canvas/cairo.hpp"

#include "core/error.hpp"

namespace thalweg::canvas {

void check(cairo_status_t status, const std::string& doing)
{
    if (status != CAIRO_STATUS_SUCCESS)
        throw OutputError(doing, cairo_status_to_string(status));
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size)
{
    try {
        static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
        return CAIRO_STATUS_SUCCESS;
    } catch (...) {
        return CAIRO_STATUS_NO_MEMORY;
    }
}

void set_source(cairo_t* cr, const Color& color)
{
    cairo_set_source_rgba(cr, color.r, color.g, color.b, color.a);
}

} // namespace thalweg::canvas
