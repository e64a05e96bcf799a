#include "film/page.hpp"

#include "core/atomic_file.hpp"
#include "core/interrupt.hpp"
#include "draw/cairo.hpp"
#include "film/svg_text.hpp"

#include <cairo-pdf.h>
#include <cairo-svg.h>

namespace thalweg::film {

namespace {

/// Cairo's own file surfaces lose errors of the disk, so pages are collected here and written by
/// AtomicFile.
cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size)
{
    try {
        static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
        return CAIRO_STATUS_SUCCESS;
    } catch (...) {
        return CAIRO_STATUS_NO_MEMORY;
    }
}

/// Draws on a page's surface and finishes it.
void draw_on(cairo_surface_t* surface, const DrawPage& draw, const std::string& doing)
{
    check(cairo_surface_status(surface), doing);
    const CairoPtr<cairo_t> cairo(cairo_create(surface));
    check_interrupt();
    draw(cairo.get());
    check_interrupt();
    check(cairo_status(cairo.get()), doing);
    cairo_show_page(cairo.get());
    check(cairo_status(cairo.get()), doing);
    cairo_surface_finish(surface);
    check(cairo_surface_status(surface), doing);
}

void save(const std::filesystem::path& file, std::string_view bytes)
{
    AtomicFile out(file);
    out.write(bytes);
    out.commit();
}

} // namespace

void write_pdf(
    const std::filesystem::path& file, PageSize size, const PageMeta& meta, const DrawPage& draw)
{
    std::string bytes;
    const CairoPtr<cairo_surface_t> surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, size.width_pt, size.height_pt));
    const auto set = [&](cairo_pdf_metadata_t key, const char* value) {
        cairo_pdf_surface_set_metadata(surface.get(), key, value);
    };
    if (!meta.title.empty())
        set(CAIRO_PDF_METADATA_TITLE, meta.title.c_str());
    if (!meta.description.empty())
        set(CAIRO_PDF_METADATA_SUBJECT, meta.description.c_str());
    set(CAIRO_PDF_METADATA_CREATE_DATE, nullptr); // the clock must not show in the bytes
    draw_on(surface.get(), draw, "write " + file.string());
    save(file, bytes);
}

void write_svg(
    const std::filesystem::path& file, PageSize size, const PageMeta& meta, const DrawPage& draw)
{
    std::string bytes;
    const CairoPtr<cairo_surface_t> surface(
        cairo_svg_surface_create_for_stream(append, &bytes, size.width_pt, size.height_pt));
    cairo_svg_surface_set_document_unit(surface.get(), CAIRO_SVG_UNIT_PT);
    draw_on(surface.get(), draw, "write " + file.string());
    save(file, tidy_svg(bytes, meta));
}

} // namespace thalweg::film
