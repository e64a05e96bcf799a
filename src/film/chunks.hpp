#pragma once

#include <algorithm>
#include <cstdint>

namespace thalweg::film {

/// How a film is cut into chunks: parts of nearly equal length that are encoded by themselves.
///
/// The cut depends on the film alone, never on the number of jobs, so that the bytes do not either.
/// Chunks last about 1.25 s (a second at least where the film is long enough) but not under a few
/// frames, and their number is
/// a multiple of 4, so that 2 or 4 jobs all have work until the end.
class Chunks {
public:
    Chunks(int frames, int fps)
        : frames_(frames)
        , count_(choose_count(frames, fps))
    {
    }

    int count() const { return count_; }
    /// The first frame of chunk `i`; that of chunk `count()` is the number of frames.
    int begin(int i) const { return static_cast<int>(std::int64_t{frames_} * i / count_); }
    int length(int i) const { return begin(i + 1) - begin(i); }
    int longest() const { return (frames_ + count_ - 1) / count_; }

private:
    /// A chunk's first frame costs as many bytes as dozens of others.
    static constexpr int kFewestFrames = 8;

    static int choose_count(int frames, int fps)
    {
        const int target = std::max(kFewestFrames, fps + fps / 4);
        const int wanted = (frames + target / 2) / target;
        if (wanted >= 4)
            return (wanted + 2) / 4 * 4;
        return std::max(1, wanted);
    }

    int frames_, count_;
};

} // namespace thalweg::film
