#include "output/pages.hpp"

namespace thalweg::output {

namespace {

constexpr double kInch = 72, kMillimetre = 72 / 25.4;

// Sources: Nature's guide to figures; IEEE, Preparation of graphics; the style files of NeurIPS and
// ICML; Science, Information for authors; ACM's class acmart.

PageSize nature(double width_mm)
{
    return {.width_pt = width_mm * kMillimetre,
        .height_pt = 0,
        .most_height_pt = 170 * kMillimetre,
        .type_pt = {5, 7},
        .least_line_pt = 0.25};
}

PageSize ieee(double width_in)
{
    return {.width_pt = width_in * kInch,
        .height_pt = 0,
        .most_height_pt = 8.8 * kInch,
        .type_pt = {8, 10}};
}

PageSize science(double width_mm)
{
    return {.width_pt = width_mm * kMillimetre, .height_pt = 0};
}

PageSize acm(double width_in)
{
    return {.width_pt = width_in * kInch, .height_pt = 0};
}

/// NeurIPS and ICML: the caption is the title.
PageSize untitled(double width_in)
{
    return {.width_pt = width_in * kInch, .height_pt = 0, .least_line_pt = 0.5, .has_title = false};
}

constexpr Kind<PageSize> kKinds[] = {
    {"nature-column", "89 mm wide, at most 170 mm high: one column of Nature",
        [](Options&) { return nature(89); }},
    {"nature-page", "183 mm wide, at most 170 mm high: both columns of Nature",
        [](Options&) { return nature(183); }},
    {"science-1", "57 mm wide, one column of Science", [](Options&) { return science(57); }},
    {"science-2", "121 mm wide, two columns of Science", [](Options&) { return science(121); }},
    {"science-3", "184 mm wide, three columns of Science", [](Options&) { return science(184); }},
    {"ieee-column", "3.5 in wide, at most 8.8 in high: one column of IEEE journals",
        [](Options&) { return ieee(3.5); }},
    {"ieee-page", "7.16 in wide, at most 8.8 in high: both columns of IEEE journals",
        [](Options&) { return ieee(7.16); }},
    {"acm-column", "3.33 in wide, one column of ACM proceedings",
        [](Options&) { return acm(3.33); }},
    {"acm-page", "7 in wide, both columns of ACM proceedings", [](Options&) { return acm(7); }},
    {"neurips", "5.5 in wide, without a title: the text of NeurIPS",
        [](Options&) { return untitled(5.5); }},
    {"icml-column", "3.25 in wide, without a title: one column of ICML",
        [](Options&) { return untitled(3.25); }},
    {"icml-page", "6.75 in wide, without a title: both columns of ICML",
        [](Options&) { return untitled(6.75); }},
};

} // namespace

std::span<const Kind<PageSize>> page_kinds()
{
    return kKinds;
}

} // namespace thalweg::output
