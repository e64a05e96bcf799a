#pragma once

#include "film/frame_source.hpp"

#include <string>
#include <string_view>

namespace thalweg::film {

/// What the fourth byte of pixels means.
enum class Alpha { none, premultiplied, straight };

inline Alpha alpha_of(const FilmSpec& film)
{
    return film.beneath ? Alpha::premultiplied : Alpha::none;
}

} // namespace thalweg::film

/// How PNG files are put together.
///
/// Source  W3C, Portable Network Graphics (PNG) Specification (Third Edition), 2025, sections 5, 9,
/// 11
namespace thalweg::film::png {

/// A number of 4 bytes, or of 2, most significant byte first.
std::string big_endian(std::uint32_t number);
std::string big_endian_16(std::uint32_t number);

/// A length, a type of four letters, data, and a check sum of the last two.
std::string chunk(std::string_view type, std::string_view data);

/// The signature and the chunks that say what the picture is: 8 bits, sRGB, colours with or without
/// alpha, not interlaced.
std::string beginning(int width, int height, Alpha alpha);

/// The compressed samples of a picture: R, G, B (and straight alpha).
std::string samples(const Pixels& pixels, Alpha alpha);

} // namespace thalweg::film::png
