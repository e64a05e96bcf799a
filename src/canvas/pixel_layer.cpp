#include "canvas/pixel_layer.hpp"

#include "canvas/bounded_path.hpp"
#include "canvas/cairo_canvas.hpp"
#include "canvas/text_layout.hpp"

namespace thalweg::canvas {

namespace {

constexpr double kSoftEdge_px = 1.5; // smoothing at the borders of what is drawn
constexpr double kHaloWidth = 1.3; // layout units on each side: wider ones make small type muddy
constexpr double kHaloOpacity = 0.85;

class PixelCanvas final : public CairoCanvas {
public:
    PixelCanvas(cairo_t* cr, double scale, const Palette& palette, Typesetter& type,
        TileSet* touched, Backing backing)
        : CairoCanvas(cr, scale, palette, type)
        , touched_(touched)
        , backing_(backing)
    {
    }

    bool is_page() const override { return false; }

    void text(const std::string& text, const TextStyle& asked, const Anchor& anchor) override
    {
        if (text.empty())
            return;
        TextStyle style = asked;
        if (backing_ == Backing::nothing && style.halo.width <= 0)
            style.halo = {.color = faded(palette().background), .width = kHaloWidth};
        // Slanted letters may lean out of their box.
        const double overhang = 0.2 * style.size;
        const Box box
            = grown(text_box(metrics(), text, style, anchor), style.halo.width + overhang);
        if (!is_seen(box))
            return;
        note(box);
        Typesetter::Pango& pango = type().pango();
        pango.glyphs.show(cr(), pango.layout(text, style), style, anchor, scale());
    }

protected:
    void note(const Box& box) override
    {
        if (!touched_ || !overlap(box, clip()))
            return;
        const Box seen = grown(common(box, clip()), kSoftEdge_px / scale());
        touched_->add(
            scale() * seen.x.lo, scale() * seen.y.lo, scale() * seen.x.hi, scale() * seen.y.hi);
    }

private:
    static Color faded(Color color)
    {
        color.a = kHaloOpacity;
        return color;
    }

    TileSet* touched_;
    Backing backing_;
};

} // namespace

// How far the straight lines that Cairo draws in place of curves may be from them: so little that a
// curve looks the same however it is divided into Béziers.
constexpr double kFlattening_px = 0.03;

struct PixelLayer::Cairo {
    Cairo(int width_px, int height_px, Backing backing_of_all)
        : backing(backing_of_all)
        , pixels(width_px, height_px)
        , surface(cairo_image_surface_create_for_data(pixels.bytes(),
              backing == Backing::page ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, width_px,
              height_px, pixels.stride_bytes()))
        , cr(cairo_create(surface.get()))
    {
        check(cairo_status(cr.get()), "make a picture");
        cairo_set_tolerance(cr.get(), kFlattening_px);
    }

    void copy(Cairo& from, const PixelRect& box)
    {
        cairo_surface_flush(from.surface.get());
        cairo_surface_flush(surface.get());
        for (int y = box.y; y < box.y + box.height; ++y)
            std::copy_n(
                from.pixels.row(y).begin() + box.x, box.width, pixels.row(y).begin() + box.x);
    }

    Backing backing;
    Pixels pixels;
    CairoPtr<cairo_surface_t> surface;
    CairoPtr<cairo_t> cr;
};

PixelLayer::PixelLayer(int width_px, int height_px, Backing backing)
    : cairo_(std::make_unique<Cairo>(width_px, height_px, backing))
{
}

PixelLayer::~PixelLayer() = default;
PixelLayer::PixelLayer(PixelLayer&&) noexcept = default;

std::unique_ptr<Canvas> PixelLayer::canvas(
    double scale, const Palette& palette, Typesetter& type, TileSet* touched)
{
    return std::make_unique<PixelCanvas>(
        cairo_->cr.get(), scale, palette, type, touched, cairo_->backing);
}

const Pixels& PixelLayer::pixels() const
{
    cairo_surface_flush(cairo_->surface.get());
    check(cairo_status(cairo_->cr.get()), "draw a picture");
    return cairo_->pixels;
}

void PixelLayer::set_box(const PixelRect& box, std::uint32_t pixel)
{
    cairo_surface_flush(cairo_->surface.get());
    for (int y = box.y; y < box.y + box.height; ++y)
        std::fill_n(cairo_->pixels.row(y).begin() + box.x, box.width, pixel);
    cairo_surface_mark_dirty(cairo_->surface.get());
}

void PixelLayer::copy_box(const PixelLayer& from, const PixelRect& box)
{
    cairo_->copy(*from.cairo_, box);
    cairo_surface_mark_dirty(cairo_->surface.get());
}

} // namespace thalweg::canvas
