#pragma once

#include "panel/contour/history.hpp"

namespace thalweg::panel {

/// Fewer and longer parts of runs' paths that look like blocks drawn one after another: for pages,
/// where every line costs bytes.
///
/// A block is joined to the one before it of its run where nothing that is drawn between them, nor
/// what is drawn before it of the run itself, comes near it.
///
/// ends   of what is drawn of each run, as places on its path
/// near   lines closer than this may touch each other, in layout units
class JoinedBlocks {
public:
    struct Part {
        std::size_t run;
        Walked walked;
    };

    JoinedBlocks(const std::vector<RunPath>& paths, const Projection& project, double near);

    void add(std::size_t run, const Walked& block);
    /// In the order of drawing.
    const std::vector<Part>& parts() const { return parts_; }

private:
    struct Cell {
        int column, row;
    };
    std::vector<Cell> cells_of(std::size_t run, const Walked& block) const;
    std::size_t& latest(Cell cell)
    {
        return latest_[static_cast<std::size_t>(cell.row * columns_ + cell.column)];
    }
    bool can_join(std::size_t part, const std::vector<Cell>& cells);

    const std::vector<RunPath>& paths_;
    Projection project_;
    double side_; ///< of a cell
    int columns_, rows_;
    std::vector<std::size_t> latest_; ///< 1 + the part drawn last in each cell; 0: none
    std::vector<Part> parts_;
};

} // namespace thalweg::panel
