#include "basin/basin_map.hpp"

#include "basin/heavy_ball_batch.hpp"
#include "core/parallel.hpp"

namespace thalweg::basin {

BasinMap make_basins(const Descent& descent, const BasinEnds& ends, const StartGrid& grid, int jobs)
{
    const auto width = static_cast<std::size_t>(grid.width);
    BasinMap map{.grid = grid, .fates = std::vector<Fate>(width * std::size_t(grid.height))};
    const BasinSetup setup(descent, ends);
    for_each_part(grid.height, jobs, [&](int row) {
        const std::span<Fate> fates(&map.fates[static_cast<std::size_t>(row) * width], width);
        std::vector<Vec2> starts;
        for (int column = 0; column < grid.width; ++column)
            starts.push_back(grid.start(column, row));
        if (is_heavy_ball_batch(descent))
            return run_heavy_ball_batch(setup, starts, fates);
        for (std::size_t i = 0; i < width; ++i)
            fates[i] = fate_of(setup, starts[i]);
    });
    return map;
}

} // namespace thalweg::basin
