#pragma once

#include "film/frame_source.hpp"
#include "film/progress.hpp"
#include "film/quality.hpp"

#include <filesystem>
#include <string>

namespace thalweg::film {

/// What a video is coded by, and the container that it stands in.
enum class Codec {
    h264, ///< MP4, H.264 High
    h264_lossless, ///< MP4, H.264 High 4:4:4 Predictive of G, B and R, every bit kept
    av1, ///< MP4, AV1 by SVT-AV1
    vp9, ///< WebM, VP9, with transparency where the film has it
    prores, ///< MOV, ProRes 4444, with transparency where the film has it
    ffv1, ///< Matroska, FFV1 of B, G, R (and A), every bit kept
};

/// Sides that SVT-AV1 takes.
constexpr int kMinAv1Side = 64, kMaxAv1Height = 8704;

struct VideoCoding {
    Codec codec = Codec::h264;
    Quality quality = Quality::standard; ///< of codecs that lose something
};

/// Writes a film as a video: BT.709, in limited range where it is coded as YUV; the index at the
/// front where the container has one.
///
/// jobs    threads that draw and encode; the bytes do not depend on it
/// Throws  OutputError for odd sizes where chroma is halved, a codec or a disk that refuses;
/// Interrupted. No file is left behind then.
void write_video(const std::filesystem::path& file, const FilmSpec& film, const VideoCoding& coding,
    int jobs, const Progress& progress = {});

/// Why this system cannot write a codec, as a sentence without a full stop; empty: it can.
std::string video_fault(Codec codec);

} // namespace thalweg::film
