#include "panel/contour/joined_blocks.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kSamples = 2; // of a line in a cell's width
constexpr int kJoint = 1; // cells around the end of a part where its continuation may be

} // namespace

JoinedBlocks::JoinedBlocks(
    const std::vector<RunPath>& paths, const Projection& project, double near)
    : paths_(paths)
    , project_(project)
    , side_(near)
    , columns_(static_cast<int>(project.box.width() / near) + 1)
    , rows_(static_cast<int>(project.box.height() / near) + 1)
    , latest_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0)
{
}

/// Those that a block crosses on the map, from its beginning on.
std::vector<JoinedBlocks::Cell> JoinedBlocks::cells_of(std::size_t run, const Walked& block) const
{
    const RunPath& path = paths_[run];
    std::vector<Cell> cells;
    const auto add = [&](Vec2 p) {
        const Cell cell{static_cast<int>((p.x - project_.box.x.lo) / side_),
            static_cast<int>((p.y - project_.box.y.lo) / side_)};
        if (cells.empty() || cells.back().column != cell.column || cells.back().row != cell.row)
            cells.push_back(cell);
    };
    for (double from = block.begin; from < block.end;) {
        const double to = std::min(std::floor(from) + 1, block.end);
        const Vec2 a = project_(path.at(from)), b = project_(path.at(to));
        double enter = 0, leave = 1;
        if (clip_segment(project_.box, a, b, enter, leave)) {
            const double length = (leave - enter) * distance(a, b);
            const int pieces = 1 + static_cast<int>(kSamples * length / side_);
            for (int i = 0; i <= pieces; ++i)
                add(lerp(a, b, std::lerp(enter, leave, static_cast<double>(i) / pieces)));
        }
        from = to;
    }
    return cells;
}

bool JoinedBlocks::can_join(std::size_t part, const std::vector<Cell>& cells)
{
    const Cell joint = cells.empty() ? Cell{} : cells.front();
    for (const Cell& cell : cells) {
        const bool at_joint = std::abs(cell.column - joint.column) <= kJoint
            && std::abs(cell.row - joint.row) <= kJoint;
        for (int row = std::max(cell.row - 1, 0); row <= std::min(cell.row + 1, rows_ - 1); ++row)
            for (int column = std::max(cell.column - 1, 0);
                 column <= std::min(cell.column + 1, columns_ - 1); ++column)
                if (latest({column, row}) > part + (at_joint ? 1 : 0))
                    return false;
    }
    return true;
}

void JoinedBlocks::add(std::size_t run, const Walked& block)
{
    if (!(block.end > block.begin))
        return;
    const std::vector<Cell> cells = cells_of(run, block);
    const auto before = std::ranges::find_if(parts_,
        [&](const Part& part) { return part.run == run && part.walked.end == block.begin; });
    auto part = static_cast<std::size_t>(before - parts_.begin());
    if (before != parts_.end() && can_join(part, cells)) {
        before->walked.end = block.end;
    } else {
        part = parts_.size();
        parts_.push_back({run, block});
    }
    for (const Cell& cell : cells)
        latest(cell) = part + 1;
}

} // namespace thalweg::panel
