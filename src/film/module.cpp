// The module that film::codecs loads.
#include "film/codecs.hpp"

extern "C" {
/// Found by this name.
extern const thalweg::film::Codecs thalweg_codecs;

const thalweg::film::Codecs thalweg_codecs{
    .write_gif = thalweg::film::write_gif,
    .write_mp4 = thalweg::film::write_mp4,
    .write_y4m = thalweg::film::write_y4m,
};
}
