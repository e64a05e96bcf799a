#include "app/map_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace thalweg::app {

namespace {

/// What the cells show, row by row from the bottom.
class Cells {
public:
    Cells(const Box& domain, int columns, int rows)
        : domain_(domain)
        , columns_(columns)
        , rows_(rows)
        , shown_(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), " ")
    {
    }

    void shade(const surface::Surface& surface)
    {
        std::vector<double> values(shown_.size());
        for (int r = 0; r < rows_; ++r) {
            const double y = domain_.y.lo + domain_.height() * r / (rows_ - 1);
            surface.sample_row(domain_.x, y, std::span(values).subspan(index(0, r), columns()));
        }
        std::vector<double> finite = values;
        std::erase_if(finite, [](double v) { return !std::isfinite(v); });
        if (finite.empty())
            return;
        const auto [least, greatest] = std::ranges::minmax(finite);
        for (std::size_t i = 0; i < values.size(); ++i)
            shown_[i] = shade_of(values[i], least, greatest);
    }

    void mark(Vec2 p, const char* sign)
    {
        if (!is_finite(p))
            return;
        const auto cell = [](double v, Range range, int count) {
            const double share = std::clamp((v - range.lo) / range.width(), 0.0, 1.0);
            return static_cast<int>(std::lround(share * (count - 1)));
        };
        shown_[index(cell(p.x, domain_.x, columns_), cell(p.y, domain_.y, rows_))] = sign;
    }

    std::string text() const
    {
        std::string all;
        for (int r = rows_ - 1; r >= 0; --r) {
            std::string line;
            for (int c = 0; c < columns_; ++c)
                line += shown_[index(c, r)];
            line.erase(line.find_last_not_of(' ') + 1);
            all += line + '\n';
        }
        return all;
    }

private:
    static const char* shade_of(double value, double least, double greatest)
    {
        constexpr std::array<const char*, 5> kShades = {" ", "░", "▒", "▓", "█"};
        const double share = greatest > least ? (value - least) / (greatest - least) : 0;
        if (!(share >= 0)) // not a number
            return "?";
        return kShades[static_cast<std::size_t>(
            std::min(share * kShades.size(), kShades.size() - 1.0))];
    }

    std::size_t columns() const { return static_cast<std::size_t>(columns_); }
    std::size_t index(int column, int row) const
    {
        return static_cast<std::size_t>(row) * columns() + static_cast<std::size_t>(column);
    }

    Box domain_;
    int columns_, rows_;
    std::vector<const char*> shown_;
};

} // namespace

std::string map_text(const surface::Surface& surface, const Box& domain,
    std::span<const optimizer::Trajectory> paths, int columns, int rows)
{
    Cells cells(domain, columns, rows);
    cells.shade(surface);
    for (const optimizer::Trajectory& path : paths)
        for (const Vec2 p : path.points)
            cells.mark(p, "*");
    for (const optimizer::Trajectory& path : paths)
        cells.mark(path.points.front(), "S");
    for (const optimizer::Trajectory& path : paths)
        cells.mark(path.points.back(), "E");
    return cells.text();
}

} // namespace thalweg::app
