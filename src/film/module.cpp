// The module that film::codecs loads.
#include "film/codecs.hpp"

extern "C" {
/// Found by this name.
extern const thalweg::film::Codecs thalweg_codecs;

const thalweg::film::Codecs thalweg_codecs{
    .write_gif = thalweg::film::write_gif,
    .write_video = thalweg::film::write_video,
    .write_y4m = thalweg::film::write_y4m,
    .video_fault = thalweg::film::video_fault,
    .write_webp = thalweg::film::write_webp,
    .write_still = thalweg::film::write_still,
    .still_fault = thalweg::film::still_fault,
};
}
