// Stands in front of libavcodec's function of this name: a system without encoders.
struct AVCodec;

extern "C" const AVCodec* avcodec_find_encoder_by_name(const char*);

const AVCodec* avcodec_find_encoder_by_name(const char*)
{
    return nullptr;
}
