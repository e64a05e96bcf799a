#include "surface/data/table.hpp"

#include "surface/data/data_file.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include <fmt/format.h>

namespace thalweg::surface {

namespace {

struct Header {
    std::string_view type; ///< "<f8": byte order, kind, bytes
    bool by_column = false;
    std::size_t rows = 0, columns = 0;
    std::size_t size = 0; ///< bytes before the numbers
};

/// What stands behind 'key': in the header's Python dictionary.
std::string_view after_key(std::string_view header, std::string_view key)
{
    const std::size_t at = header.find(fmt::format("'{}'", key));
    const std::size_t colon = at == header.npos ? at : header.find(':', at);
    if (colon == header.npos)
        throw DataError(fmt::format("its header has no \"{}\"", key));
    return header.substr(std::min(header.size(), header.find_first_not_of(' ', colon + 1)));
}

std::size_t take_count(std::string_view& text)
{
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(" (,")));
    std::size_t count = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc())
        throw DataError("its header names no shape of two dimensions");
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    return count;
}

Header parse_header(std::string_view bytes)
{
    if (!is_npy(bytes) || bytes.size() < 12)
        throw DataError("it is no NumPy file");
    const auto byte = [&](std::size_t i) {
        return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i]));
    };
    const bool is_old = byte(6) == 1;
    const std::size_t start = is_old ? 10 : 12;
    const std::size_t length = is_old ? byte(8) | byte(9) << 8
                                      : byte(8) | byte(9) << 8 | byte(10) << 16 | byte(11) << 24;
    if (length > bytes.size() - start)
        throw DataError("it ends within its header");
    const std::string_view text = bytes.substr(start, length);
    Header header{.type = after_key(text, "descr"), .size = start + length};
    header.type = header.type.substr(std::min<std::size_t>(1, header.type.size()), 3);
    header.by_column = after_key(text, "fortran_order").starts_with("True");
    std::string_view shape = after_key(text, "shape");
    shape = shape.substr(0, shape.find(')'));
    header.rows = take_count(shape);
    header.columns = take_count(shape);
    if (shape.find_first_of("0123456789") != shape.npos)
        throw DataError("it has more than two dimensions");
    return header;
}

template <class Number>
double read_number(const char* from, bool swap)
{
    char bytes[sizeof(Number)];
    std::memcpy(bytes, from, sizeof bytes);
    if (swap)
        std::reverse(bytes, bytes + sizeof bytes);
    Number number;
    std::memcpy(&number, bytes, sizeof bytes);
    return static_cast<double>(number);
}

using Reader = double (*)(const char*, bool);

Reader reader_of(std::string_view type)
{
    constexpr std::pair<std::string_view, Reader> readers[]
        = {{"f8", read_number<double>}, {"f4", read_number<float>},
            {"i1", read_number<std::int8_t>}, {"i2", read_number<std::int16_t>},
            {"i4", read_number<std::int32_t>}, {"i8", read_number<std::int64_t>},
            {"u1", read_number<std::uint8_t>}, {"u2", read_number<std::uint16_t>},
            {"u4", read_number<std::uint32_t>}, {"u8", read_number<std::uint64_t>}};
    for (const auto& [name, reader] : readers)
        if (type.size() == 3 && type.substr(1) == name)
            return reader;
    throw DataError(fmt::format("numbers of type \"{}\" are not supported; use float64", type));
}

} // namespace

Table parse_npy(std::string_view bytes)
{
    const Header header = parse_header(bytes);
    const Reader read = reader_of(header.type);
    const auto width = static_cast<std::size_t>(header.type[2] - '0');
    const std::size_t rows = header.rows, columns = header.columns;
    if (rows > kMostNumbers || columns > kMostNumbers || rows * columns > kMostNumbers)
        throw DataError(fmt::format(
            "its header claims {} x {} numbers; at most {} are read", rows, columns, kMostNumbers));
    const std::string_view data = bytes.substr(header.size);
    if (data.size() != rows * columns * width)
        throw DataError(fmt::format("its header claims {} bytes of numbers, but it has {}",
            rows * columns * width, data.size()));
    const bool swap = header.type[0] == (std::endian::native == std::endian::little ? '>' : '<');
    Table table{.rows = rows, .columns = columns, .values = std::vector<double>(rows * columns)};
    for (std::size_t i = 0; i < rows * columns; ++i) {
        const std::size_t place = header.by_column ? i % rows * columns + i / rows : i;
        const double v = read(data.data() + i * width, swap);
        table.values[place] = std::isfinite(v) ? v : std::numeric_limits<double>::quiet_NaN();
    }
    return table;
}

} // namespace thalweg::surface
