#include "canvas/svg_path.hpp"

#include <cmath>

#include <fmt/format.h>

namespace thalweg::canvas {

namespace {

constexpr double kParts = 100; // of a unit

/// A point in whole hundredths, so that relative commands add up without any error.
struct Point {
    long long x = 0, y = 0;
    friend bool operator==(Point, Point) = default;
};

Point rounded(Vec2 p)
{
    return {std::llround(p.x * kParts), std::llround(p.y * kParts)};
}

/// Commands with their numbers, each in the shorter of its absolute and its relative form.
class PathData {
public:
    void move_to(Point p)
    {
        add('M', {p});
        start_ = at_;
    }
    void line_to(Point p)
    {
        if (p == at_ && !last_is_move_)
            return; // too short to be seen; alone it is a dot
        if (p.y == at_.y)
            add_one('H', p.x, p.x - at_.x);
        else if (p.x == at_.x)
            add_one('V', p.y, p.y - at_.y);
        else
            return add('L', {p});
        at_ = p;
    }
    void curve_to(Point a, Point b, Point c) { add('C', {a, b, c}); }
    void close()
    {
        out_ += 'z';
        command_ = 'z';
        at_ = start_;
        last_is_move_ = false;
    }

    std::string take() { return std::move(out_); }

private:
    void add(char letter, std::initializer_list<Point> points)
    {
        std::string absolute = began(letter), relative = began(lower(letter));
        for (const Point& p : points) {
            append(absolute, p.x);
            append(absolute, p.y);
            append(relative, p.x - at_.x);
            append(relative, p.y - at_.y);
        }
        choose(letter, absolute, relative);
        at_ = *(points.end() - 1);
    }

    void add_one(char letter, long long absolute_value, long long relative_value)
    {
        std::string absolute = began(letter), relative = began(lower(letter));
        append(absolute, absolute_value);
        append(relative, relative_value);
        choose(letter, absolute, relative);
    }

    /// A repeated command needs no letter, save a move, which would turn into a line.
    std::string began(char letter) const
    {
        const bool goes_on = letter == command_ && lower(letter) != 'm';
        return goes_on ? std::string() : std::string(1, letter);
    }

    void choose(char letter, const std::string& absolute, const std::string& relative)
    {
        const bool is_first = out_.empty(); // of a document that may be joined with another
        const bool shorter = !is_first && relative.size() < absolute.size();
        const std::string& text = shorter ? relative : absolute;
        command_ = shorter ? lower(letter) : letter;
        last_is_move_ = letter == 'M';
        if (!out_.empty() && !text.empty() && needs_space(out_, text))
            out_ += ' ';
        out_ += text;
    }

    static void append(std::string& text, long long hundredths)
    {
        const std::string number = svg_number(static_cast<double>(hundredths) / kParts);
        if (!text.empty() && needs_space(text, number))
            text += ' ';
        text += number;
    }

    /// Two numbers in a row need one, unless a sign parts them, or a point where there was one.
    static bool needs_space(const std::string& before, const std::string& next)
    {
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        if (!is_digit(before.back()) || next.front() == '-'
            || !(is_digit(next.front()) || next.front() == '.'))
            return false;
        const std::size_t number = before.find_last_not_of("0123456789");
        return !(next.front() == '.' && number != std::string::npos && before[number] == '.');
    }

    static char lower(char letter) { return static_cast<char>(letter | 0x20); }

    std::string out_;
    Point at_, start_;
    char command_ = 0;
    bool last_is_move_ = false;
};

} // namespace

std::string svg_number(double value, int decimals)
{
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.'))
            text.pop_back();
    }
    const bool is_negative = text.starts_with('-');
    const std::string digits = text.substr(is_negative ? 1 : 0);
    if (digits == "0")
        return "0";
    const std::string shorter = digits.starts_with("0.") ? digits.substr(1) : digits;
    return is_negative ? fmt::format("-{}", shorter) : shorter;
}

std::string svg_path_data(const Path& path)
{
    PathData data;
    const Vec2* p = path.points().data();
    for (const Path::Verb verb : path.verbs())
        switch (verb) {
        case Path::Verb::move:
            data.move_to(rounded(p[0]));
            p += 1;
            break;
        case Path::Verb::line:
            data.line_to(rounded(p[0]));
            p += 1;
            break;
        case Path::Verb::curve:
            data.curve_to(rounded(p[0]), rounded(p[1]), rounded(p[2]));
            p += 3;
            break;
        case Path::Verb::close:
            data.close();
            break;
        }
    return data.take();
}

} // namespace thalweg::canvas
