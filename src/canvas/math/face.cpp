#include "canvas/math/face.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace thalweg::canvas {

namespace {

using Constant = std::pair<hb_ot_math_constant_t, int>;

/// Those of Latin Modern Math 1.959, in thousandths.
constexpr std::array kDefaults = {Constant{HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN, 70},
    Constant{HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN, 50},
    Constant{HB_OT_MATH_CONSTANT_AXIS_HEIGHT, 250},
    Constant{HB_OT_MATH_CONSTANT_ACCENT_BASE_HEIGHT, 450},
    Constant{HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN, 247},
    Constant{HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX, 344},
    Constant{HB_OT_MATH_CONSTANT_SUBSCRIPT_BASELINE_DROP_MIN, 200},
    Constant{HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP, 363},
    Constant{HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP_CRAMPED, 289},
    Constant{HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MIN, 108},
    Constant{HB_OT_MATH_CONSTANT_SUPERSCRIPT_BASELINE_DROP_MAX, 250},
    Constant{HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN, 160},
    Constant{HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT, 344},
    Constant{HB_OT_MATH_CONSTANT_SPACE_AFTER_SCRIPT, 56},
    Constant{HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_SHIFT_UP, 394},
    Constant{HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP, 677},
    Constant{HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_SHIFT_DOWN, 345},
    Constant{HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN, 686},
    Constant{HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_GAP_MIN, 40},
    Constant{HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_GAP_MIN, 40},
    Constant{HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS, 40},
    Constant{HB_OT_MATH_CONSTANT_FRACTION_NUM_DISPLAY_STYLE_GAP_MIN, 120},
    Constant{HB_OT_MATH_CONSTANT_FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN, 120},
    Constant{HB_OT_MATH_CONSTANT_UPPER_LIMIT_GAP_MIN, 200},
    Constant{HB_OT_MATH_CONSTANT_UPPER_LIMIT_BASELINE_RISE_MIN, 111},
    Constant{HB_OT_MATH_CONSTANT_LOWER_LIMIT_GAP_MIN, 167},
    Constant{HB_OT_MATH_CONSTANT_LOWER_LIMIT_BASELINE_DROP_MIN, 600},
    Constant{HB_OT_MATH_CONSTANT_RADICAL_DISPLAY_STYLE_VERTICAL_GAP, 148},
    Constant{HB_OT_MATH_CONSTANT_OVERBAR_VERTICAL_GAP, 120},
    Constant{HB_OT_MATH_CONSTANT_OVERBAR_RULE_THICKNESS, 40},
    Constant{HB_OT_MATH_CONSTANT_RADICAL_VERTICAL_GAP, 50},
    Constant{HB_OT_MATH_CONSTANT_RADICAL_RULE_THICKNESS, 40},
    Constant{HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT, 60}};

bool is_percentage(hb_ot_math_constant_t which)
{
    return which == HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN
        || which == HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN
        || which == HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT;
}

struct BufferFree {
    void operator()(hb_buffer_t* p) const noexcept { hb_buffer_destroy(p); }
};

constexpr unsigned kMostParts = 16, kMostRepeats = 200;

using GlyphParts = std::array<hb_ot_math_glyph_part_t, kMostParts>;

/// The parts with those that extend the sign `repeats` times each, as a list.
std::vector<hb_ot_math_glyph_part_t> repeated(
    const GlyphParts& parts, unsigned count, unsigned repeats)
{
    std::vector<hb_ot_math_glyph_part_t> list;
    for (unsigned i = 0; i < count; ++i)
        list.insert(list.end(), parts[i].flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER ? repeats : 1,
            parts[i]);
    return list;
}

} // namespace

MathFace::MathFace(PangoFont* font)
{
    hb_face_t* face = hb_font_get_face(pango_font_get_hb_font(font));
    has_math_ = hb_ot_math_has_data(face);
    font_.reset(hb_font_create(face));
    hb_ot_font_set_funcs(font_.get());
    const unsigned units = hb_face_get_upem(face);
    hb_font_set_scale(font_.get(), static_cast<int>(units), static_cast<int>(units));
    units_ = units;
}

double MathFace::constant(hb_ot_math_constant_t which) const
{
    const double unit = is_percentage(which) ? 100 : has_math_ ? units_ : 1000;
    if (has_math_)
        return hb_ot_math_get_constant(font_.get(), which) / unit;
    const auto* const known = std::ranges::find(kDefaults, which, &Constant::first);
    return known == kDefaults.end() ? 0 : known->second / unit;
}

hb_codepoint_t MathFace::glyph(char32_t character, unsigned script_level) const
{
    hb_codepoint_t found = 0;
    if (has_math_)
        hb_font_get_nominal_glyph(font_.get(), character, &found);
    if (found == 0 || script_level == 0)
        return found;
    const std::unique_ptr<hb_buffer_t, BufferFree> buffer(hb_buffer_create());
    hb_buffer_add(buffer.get(), character, 0);
    hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_MATH);
    const hb_feature_t forms{
        HB_TAG('s', 's', 't', 'y'), script_level, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(font_.get(), buffer.get(), &forms, 1);
    unsigned count = 0;
    const hb_glyph_info_t* shaped = hb_buffer_get_glyph_infos(buffer.get(), &count);
    return count == 1 ? shaped->codepoint : found;
}

MathFace::Measures MathFace::measures(hb_codepoint_t glyph) const
{
    hb_glyph_extents_t ink{};
    hb_font_get_glyph_extents(font_.get(), glyph, &ink);
    return {.advance = em(hb_font_get_glyph_h_advance(font_.get(), glyph)),
        .left = em(ink.x_bearing),
        .right = em(ink.x_bearing + ink.width),
        .ascent = em(ink.y_bearing),
        .descent = -em(ink.y_bearing + ink.height),
        .italic = em(hb_ot_math_get_glyph_italics_correction(font_.get(), glyph)),
        .attachment = em(hb_ot_math_get_glyph_top_accent_attachment(font_.get(), glyph))};
}

hb_codepoint_t MathFace::variant(hb_codepoint_t glyph, double height) const
{
    std::array<hb_ot_math_glyph_variant_t, kMostParts> variants;
    unsigned count = kMostParts;
    hb_ot_math_get_glyph_variants(font_.get(), glyph, HB_DIRECTION_BTT, 0, &count, variants.data());
    hb_codepoint_t best = glyph;
    for (unsigned i = 0; i < count; ++i) {
        best = variants[i].glyph;
        if (em(variants[i].advance) >= height)
            break;
    }
    return best;
}

std::vector<MathFace::Part> MathFace::assembly(hb_codepoint_t glyph, double height) const
{
    GlyphParts parts;
    unsigned count = kMostParts;
    hb_position_t italic = 0;
    hb_ot_math_get_glyph_assembly(
        font_.get(), glyph, HB_DIRECTION_BTT, 0, &count, parts.data(), &italic);
    const double least_overlap
        = em(hb_ot_math_get_min_connector_overlap(font_.get(), HB_DIRECTION_BTT));
    std::vector<hb_ot_math_glyph_part_t> list;
    double length = 0;
    for (unsigned repeats = 0; count > 0 && length < height && repeats < kMostRepeats; ++repeats) {
        list = repeated(parts, count, repeats);
        length = list.empty() ? 0 : -least_overlap * static_cast<double>(list.size() - 1);
        for (const auto& part : list)
            length += em(part.full_advance);
    }
    const double joints = static_cast<double>(list.size()) - 1;
    const double more = joints > 0 ? std::max(0.0, length - height) / joints : 0;
    std::vector<Part> placed;
    double bottom = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        placed.push_back({list[i].glyph, bottom, em(list[i].full_advance)});
        const double most = i + 1 < list.size()
            ? em(std::min(list[i].end_connector_length, list[i + 1].start_connector_length))
            : 0;
        bottom += em(list[i].full_advance)
            - std::clamp(
                least_overlap + more, std::min(least_overlap, most), std::max(most, least_overlap));
    }
    return placed;
}

} // namespace thalweg::canvas
