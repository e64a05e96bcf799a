#include "film/video.hpp"

#include "film/av_coder.hpp"
#include "film/bgra_picture.hpp"
#include "film/checks.hpp"
#include "film/chunks.hpp"
#include "film/h264.hpp"
#include "film/yuv444.hpp"
#include "film/yuva.hpp"

#include <algorithm>
#include <cstdlib>

namespace thalweg::film {

namespace {

constexpr const char *kAv1 = "libsvtav1", *kVp9 = "libvpx-vp9", *kProres = "prores_ks",
                     *kFfv1 = "ffv1";

struct Vp9Speed {
    const char *deadline, *cpu_used;
    int crf; ///< lower is better and larger
};

constexpr Vp9Speed vp9_speed(Quality quality)
{
    switch (quality) {
    case Quality::draft:
        return {.deadline = "realtime", .cpu_used = "8", .crf = 30};
    case Quality::standard:
        break;
    case Quality::high: // six times the time, a fifth smaller
        return {.deadline = "good", .cpu_used = "4", .crf = 14};
    }
    return {.deadline = "realtime", .cpu_used = "7", .crf = 20};
}

struct Av1Speed {
    const char *preset, *crf; ///< both: lower is better; the second larger
};

constexpr Av1Speed av1_speed(Quality quality)
{
    switch (quality) {
    case Quality::draft:
        return {.preset = "12", .crf = "36"};
    case Quality::standard:
        break;
    case Quality::high:
        return {.preset = "7", .crf = "22"};
    }
    return {.preset = "10", .crf = "30"};
}

/// Coarser, alpha rings into what is empty: nothing should shine there on any ground.
constexpr int kCoarsestAlpha_crf = 14;

/// No invisible reference frames: transparency allows none, and drawings gain nothing by them.
AvEncoding vp9(Quality quality, bool is_transparent, int longest_chunk)
{
    const Vp9Speed speed = vp9_speed(quality);
    const int crf = is_transparent ? std::min(speed.crf, kCoarsestAlpha_crf) : speed.crf;
    return {.encoder = kVp9,
        .options = {{"b", "0"}, {"auto-alt-ref", "0"}, {"lag-in-frames", "0"}, {"row-mt", "0"},
            {"tune-content", "screen"}, {"g", std::to_string(longest_chunk)},
            {"deadline", speed.deadline}, {"cpu-used", speed.cpu_used},
            {"crf", std::to_string(crf)}}};
}

/// One thread each, as chunks run side by side. Chunks are closed by themselves: no key frame
/// within.
AvEncoding av1(Quality quality, int longest_chunk)
{
    const auto [preset, crf] = av1_speed(quality);
    return {.encoder = kAv1,
        .options = {{"preset", preset}, {"crf", crf}, {"g", std::to_string(longest_chunk)},
            {"svtav1-params", "lp=1"}},
        .closes_after_end_only = true};
}

/// A constant quantizer takes a quarter of the time of a search for a rate.
AvEncoding prores(bool is_transparent)
{
    return {.encoder = kProres,
        .options = {{"profile", "4444"}, {"vendor", "apl0"}, {"flags", "+qscale"},
            {"global_quality", std::to_string(4 * FF_QP2LAMBDA)},
            {"alpha_bits", is_transparent ? "16" : "0"}}};
}

/// Version 3, every frame by itself, with check sums: what archives take.
AvEncoding ffv1()
{
    return {.encoder = kFfv1,
        .options
        = {{"level", "3"}, {"g", "1"}, {"coder", "range_tab"}, {"context", "0"}, {"slicecrc", "1"}},
        .color = ColorForm::rgb};
}

std::unique_ptr<Picture> yuv420(const FilmSpec& film)
{
    if (film.beneath)
        return std::make_unique<YuvaPicture>(film.width, film.height, *film.beneath);
    return std::make_unique<YuvPicture>(film.width, film.height);
}

std::unique_ptr<ChunkCoder> make_coder(const FilmSpec& film, const VideoCoding& coding)
{
    const auto coder = [&](const AvEncoding& encoding, std::unique_ptr<Picture> picture) {
        return std::make_unique<AvCoder>(encoding, std::move(picture), film.fps);
    };
    switch (coding.codec) {
    case Codec::h264:
    case Codec::h264_lossless:
        break;
    case Codec::av1:
        return coder(av1(coding.quality, Chunks(film.frames, film.fps).longest()), yuv420(film));
    case Codec::vp9:
        return coder(
            vp9(coding.quality, film.beneath.has_value(), Chunks(film.frames, film.fps).longest()),
            yuv420(film));
    case Codec::prores:
        return coder(prores(film.beneath.has_value()),
            std::make_unique<Yuv444Picture>(
                film, film.beneath ? AV_PIX_FMT_YUVA444P10 : AV_PIX_FMT_YUV444P10, kBt709In10Bits));
    case Codec::ffv1:
        return coder(ffv1(), std::make_unique<BgraPicture>(film));
    }
    return make_h264_coder(film, coding);
}

Container container(Codec codec)
{
    const std::vector<Muxer::Option> index_first{{"movflags", "+faststart"}, {"use_editlist", "0"}};
    switch (codec) {
    case Codec::h264:
    case Codec::h264_lossless:
        break;
    case Codec::av1:
        break;
    case Codec::vp9:
        return {.name = "webm"};
    case Codec::prores:
        return {.name = "mov", .options = index_first};
    case Codec::ffv1:
        return {.name = "matroska"};
    }
    return {.name = "mp4", .options = index_first};
}

bool halves_chroma(Codec codec)
{
    return codec == Codec::h264 || codec == Codec::av1 || codec == Codec::vp9;
}

} // namespace

void write_video(const std::filesystem::path& file, const FilmSpec& film, const VideoCoding& coding,
    int jobs, const Progress& progress)
{
    check_film(
        film, "write " + file.string(), halves_chroma(coding.codec) ? Sides::even : Sides::any);
    av::silence_logging();
    ::setenv("SVT_LOG", "0", 0); // SVT-AV1 would write to the user's terminal
    write_chunked(
        file, film, container(coding.codec), [&] { return make_coder(film, coding); }, jobs,
        progress);
}

std::string video_fault(Codec codec)
{
    switch (codec) {
    case Codec::h264:
    case Codec::h264_lossless:
        break;
    case Codec::av1:
        return encoder_fault(kAv1);
    case Codec::vp9:
        return encoder_fault(kVp9);
    case Codec::prores:
        return encoder_fault(kProres);
    case Codec::ffv1:
        return encoder_fault(kFfv1);
    }
    return "";
}

} // namespace thalweg::film
