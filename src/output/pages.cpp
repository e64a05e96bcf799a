#include "output/pages.hpp"

namespace thalweg::output {

namespace {

PageSize of_width(double points, Range type_pt = PageSize{}.type_pt)
{
    return {.width_pt = points, .height_pt = 0, .type_pt = type_pt};
}

constexpr double kInch = 72, kMillimetre = 72 / 25.4;
constexpr Range kNatureType{5, 7}, kIeeeType{8, 10};

constexpr Kind<PageSize> kKinds[] = {
    {"nature-column", "89 mm wide, one column of Nature",
        [](Options&) { return of_width(89 * kMillimetre, kNatureType); }},
    {"nature-page", "183 mm wide, both columns of Nature",
        [](Options&) { return of_width(183 * kMillimetre, kNatureType); }},
    {"science-1", "57 mm wide, one column of Science",
        [](Options&) { return of_width(57 * kMillimetre); }},
    {"science-2", "121 mm wide, two columns of Science",
        [](Options&) { return of_width(121 * kMillimetre); }},
    {"science-3", "184 mm wide, three columns of Science",
        [](Options&) { return of_width(184 * kMillimetre); }},
    {"ieee-column", "3.5 in wide, one column of IEEE journals",
        [](Options&) { return of_width(3.5 * kInch, kIeeeType); }},
    {"ieee-page", "7.16 in wide, both columns of IEEE journals",
        [](Options&) { return of_width(7.16 * kInch, kIeeeType); }},
    {"acm-column", "3.33 in wide, one column of ACM proceedings",
        [](Options&) { return of_width(3.33 * kInch); }},
    {"acm-page", "7 in wide, both columns of ACM proceedings",
        [](Options&) { return of_width(7 * kInch); }},
    {"neurips", "5.5 in wide, the text of NeurIPS", [](Options&) { return of_width(5.5 * kInch); }},
    {"icml-column", "3.25 in wide, one column of ICML",
        [](Options&) { return of_width(3.25 * kInch); }},
    {"icml-page", "6.75 in wide, both columns of ICML",
        [](Options&) { return of_width(6.75 * kInch); }},
};

} // namespace

std::span<const Kind<PageSize>> page_kinds()
{
    return kKinds;
}

} // namespace thalweg::output
