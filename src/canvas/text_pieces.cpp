#include "canvas/text_pieces.hpp"

#include "canvas/math/formulas.hpp"
#include "canvas/math/setter.hpp"

#include <cmath>
#include <string_view>

namespace thalweg::canvas {

namespace {

constexpr std::string_view kPiece = "\uFFFC", kJoiner = "\u2060"; // no break there

class Builder {
public:
    void add_text(std::string_view plain)
    {
        if (ends_in_piece_ && !plain.empty() && plain.front() != ' ')
            out.text += kJoiner;
        out.text += plain;
        ends_in_piece_ = false;
    }
    void add_formula(std::vector<MathPiece> pieces)
    {
        bool may_break = out.text.empty() || out.text.ends_with(' ');
        for (MathPiece& piece : pieces) {
            out.text += may_break ? "" : kJoiner;
            out.boxes.push_back(std::make_unique<const MathBox>(std::move(piece.box)));
            add_shape(*out.boxes.back());
            may_break = piece.breaks_well;
        }
        ends_in_piece_ = true;
    }

    TextWithPieces out{};

private:
    void add_shape(const MathBox& box)
    {
        const auto pango = [](double v) { return static_cast<int>(std::ceil(v * PANGO_SCALE)); };
        const PangoRectangle extent{0, -pango(box.ascent), pango(box.width), pango(box.height())};
        PangoAttribute* shape = pango_attr_shape_new_with_data(
            &extent, &extent, const_cast<MathBox*>(&box), nullptr, nullptr);
        shape->start_index = static_cast<guint>(out.text.size());
        out.text += kPiece;
        shape->end_index = static_cast<guint>(out.text.size());
        pango_attr_list_insert(out.attributes.get(), shape);
    }

    bool ends_in_piece_ = false;
};

} // namespace

TextWithPieces text_with_pieces(const std::string& text, const TextStyle& style, MathFonts& fonts)
{
    Builder builder;
    if (!has_formula(text)) {
        builder.add_text(text);
        return std::move(builder.out);
    }
    MathSetter setter(fonts, style.size, style.weight);
    for (const TextPart& part : text_parts(text)) {
        if (part.formula)
            builder.add_formula(setter.pieces(*part.formula));
        else
            builder.add_text(part.text);
    }
    return std::move(builder.out);
}

} // namespace thalweg::canvas
