#include "film/codecs.hpp"
#include "output/kinds.hpp"
#include "output/still_output.hpp"

namespace thalweg::output {

namespace {

class Jpeg final : public StillOutput {
public:
    using StillOutput::StillOutput;

    std::string_view kind() const override { return "jpeg"; }

    std::vector<std::string> check(
        const Production& production, int jobs, Problems& problems) const override
    {
        require_encoder(*this, film::codecs().still_fault(film::StillCodec::jpeg));
        return StillOutput::check(production, jobs, problems);
    }

    void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions& options) const override
    {
        film::codecs().write_still(target, frame(production, options), 0, film::StillCodec::jpeg);
    }
};

} // namespace

OutputPtr make_jpeg(Options& options, const ReadContext&)
{
    const FileName file = read_file_name(options);
    const PixelSize size = read_pixel_size(options, {}, Parity::any);
    return std::make_shared<Jpeg>(file, size, read_when(options));
}

} // namespace thalweg::output
