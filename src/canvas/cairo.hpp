#pragma once

#include "core/color.hpp"

#include <memory>
#include <string>

#include <cairo.h>

namespace thalweg::canvas {

/// Frees any Cairo object this program owns.
struct CairoFree {
    void operator()(cairo_t* p) const noexcept { cairo_destroy(p); }
    void operator()(cairo_surface_t* p) const noexcept { cairo_surface_destroy(p); }
    void operator()(cairo_pattern_t* p) const noexcept { cairo_pattern_destroy(p); }
    void operator()(cairo_path_t* p) const noexcept { cairo_path_destroy(p); }
};
template <class T>
using CairoPtr = std::unique_ptr<T, CairoFree>;

/// Throws OutputError "could not <doing>: <Cairo's reason>" unless all went well.
void check(cairo_status_t status, const std::string& doing);

/// A stream for Cairo's writers that appends to the std::string behind `bytes`: Cairo's own files
/// lose errors of the disk.
cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size);

void set_source(cairo_t* cr, const Color& color);

/// Restores the context's state at the end of a block.
class Saved {
public:
    explicit Saved(cairo_t* cr)
        : cr_(cr)
    {
        cairo_save(cr_);
    }
    ~Saved() { cairo_restore(cr_); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

private:
    cairo_t* cr_;
};

} // namespace thalweg::canvas
