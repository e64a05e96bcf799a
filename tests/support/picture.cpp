#include "support/picture.hpp"

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include <cairo.h>

namespace thalweg::test {

namespace {

struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using SurfacePtr = std::unique_ptr<cairo_surface_t, Destroy>;

std::uint32_t pack(int r, int g, int b)
{
    const auto channel = [](int v, int shift) { return static_cast<std::uint32_t>(v) << shift; };
    return channel(r, 16) | channel(g, 8) | channel(b, 0);
}

void require_same_size(const Pixels& a, const Pixels& b)
{
    if (a.width() != b.width() || a.height() != b.height())
        throw std::runtime_error("the pictures differ in size: " + std::to_string(a.width()) + "x"
            + std::to_string(a.height()) + " and " + std::to_string(b.width()) + "x"
            + std::to_string(b.height()));
}

/// Calls visit(x, y, colour in a, colour in b) for every pixel.
template <class Visit>
void for_each_pair(const Pixels& a, const Pixels& b, Visit visit)
{
    require_same_size(a, b);
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            visit(x, y, rgb(a.row(y)[static_cast<std::size_t>(x)]),
                rgb(b.row(y)[static_cast<std::size_t>(x)]));
}

} // namespace

Pixels read_png(const std::string& path)
{
    const SurfacePtr surface(cairo_image_surface_create_from_png(path.c_str()));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error("could not read " + path);
    const int width = cairo_image_surface_get_width(surface.get());
    const int height = cairo_image_surface_get_height(surface.get());
    Pixels picture(width, height);
    // Painted rather than copied, so that every kind of PNG arrives as RGB24.
    const SurfacePtr target(cairo_image_surface_create_for_data(
        picture.bytes(), CAIRO_FORMAT_RGB24, width, height, picture.stride_bytes()));
    cairo_t* context = cairo_create(target.get());
    cairo_set_source_surface(context, surface.get(), 0, 0);
    cairo_paint(context);
    cairo_destroy(context);
    cairo_surface_finish(target.get());
    return picture;
}

void write_png(const std::string& path, const Pixels& picture)
{
    Pixels copy = picture; // Cairo's interface wants bytes that it may change
    const SurfacePtr surface(cairo_image_surface_create_for_data(
        copy.bytes(), CAIRO_FORMAT_RGB24, copy.width(), copy.height(), copy.stride_bytes()));
    if (cairo_surface_write_to_png(surface.get(), path.c_str()) != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error("could not write " + path);
}

Difference difference(const Pixels& a, const Pixels& b)
{
    Difference result;
    double sum = 0;
    for_each_pair(a, b, [&](int, int, const Rgb& p, const Rgb& q) {
        for (std::size_t i = 0; i < 3; ++i) {
            const int d = std::abs(p[i] - q[i]);
            result.max = std::max(result.max, d);
            sum += d;
        }
    });
    result.mean = sum / (3.0 * a.width() * a.height());
    return result;
}

Pixels difference_picture(const Pixels& a, const Pixels& b)
{
    Pixels picture(a.width(), a.height());
    const auto seen = [](int p, int q) { return std::min(255, 4 * std::abs(p - q)); };
    for_each_pair(a, b, [&](int x, int y, const Rgb& p, const Rgb& q) {
        picture.row(y)[static_cast<std::size_t>(x)]
            = pack(seen(p[0], q[0]), seen(p[1], q[1]), seen(p[2], q[2]));
    });
    return picture;
}

Pixels shrunk(const Pixels& picture, int side)
{
    Pixels small(picture.width() / side, picture.height() / side);
    for (int y = 0; y < small.height(); ++y)
        for (int x = 0; x < small.width(); ++x) {
            Rgb sum{};
            for (int k = 0; k < side * side; ++k) {
                const auto from = picture.row(y * side + k / side);
                const Rgb p = rgb(from[static_cast<std::size_t>(x * side + k % side)]);
                for (std::size_t i = 0; i < 3; ++i)
                    sum[i] += p[i];
            }
            const int area = side * side;
            small.row(y)[static_cast<std::size_t>(x)]
                = pack(sum[0] / area, sum[1] / area, sum[2] / area);
        }
    return small;
}

} // namespace thalweg::test
