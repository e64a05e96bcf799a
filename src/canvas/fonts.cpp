#include "canvas/fonts.hpp"

#include "core/error.hpp"

#include <new>

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <sys/mman.h>

namespace thalweg::canvas {

namespace {

/// Where Debian and Ubuntu, Arch, and Fedora keep the files of fonts-noto-core or its like, and
/// where fontconfig keeps what it has read of them.
constexpr const char* kConfiguration = R"(<fontconfig>
<dir>/usr/share/fonts/truetype/noto</dir>
<dir>/usr/share/fonts/noto</dir>
<dir>/usr/share/fonts/google-noto</dir>
<dir>/usr/share/texmf/fonts/opentype/public/lm-math</dir>
<dir>/usr/share/texmf-dist/fonts/opentype/public/lm-math</dir>
<dir>/usr/share/texlive/texmf-dist/fonts/opentype/public/lm-math</dir>
<dir>/usr/share/fonts/OTF</dir>
<cachedir>/var/cache/fontconfig</cachedir>
<cachedir prefix="xdg">fontconfig</cachedir>
<selectfont>
<rejectfont><glob>*</glob></rejectfont>
<acceptfont><glob>*/NotoSans-Regular.ttf</glob></acceptfont>
<acceptfont><glob>*/NotoSans-Bold.ttf</glob></acceptfont>
<acceptfont><glob>*/NotoSans-Italic.ttf</glob></acceptfont>
<acceptfont><glob>*/NotoSansMath-Regular.ttf</glob></acceptfont>
<acceptfont><glob>*/latinmodern-math.otf</glob></acceptfont>
</selectfont>
</fontconfig>)";
constexpr int kFiles = 4; // and that of mathematics, which may be missing

/// The fonts that the configuration above finds; null where some are missing.
FcConfig* find_project_fonts()
{
    FcConfig* config = FcConfigCreate();
    const bool read = config
        && FcConfigParseAndLoadFromMemory(
            config, reinterpret_cast<const FcChar8*>(kConfiguration), FcTrue)
        && FcConfigBuildFonts(config);
    const FcFontSet* found = read ? FcConfigGetFonts(config, FcSetSystem) : nullptr;
    if (found && found->nfont >= kFiles)
        return config;
    if (config)
        FcConfigDestroy(config);
    return nullptr;
}

/// Without any font Pango measures nonsense, and may crash in HarfBuzz.
void require_fonts()
{
    const FcFontSet* all = FcConfigGetFonts(FcConfigGetCurrent(), FcSetSystem);
    if (!all || all->nfont == 0)
        throw OutputError("set text",
            "this system has no fonts; install Noto Sans, in Debian and Ubuntu fonts-noto-core");
}

// Addresses; little of that is ever used, but each thread reserves a part.
constexpr std::size_t kRoomToStart = 256 << 20, kRoomForThread = 64 << 20;

/// Fontconfig and Pango crash where memory runs out, so there must be plenty before they begin.
void require_memory(std::size_t bytes)
{
    void* const room
        = ::mmap(nullptr, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (room == MAP_FAILED)
        throw std::bad_alloc();
    ::munmap(room, bytes);
}

} // namespace

GPtr<PangoFontMap> project_fonts()
{
    static FcConfig* const config = [] {
        require_memory(kRoomToStart);
        return find_project_fonts();
    }(); // shared by all threads, kept to the end
    if (!config)
        require_fonts();
    GPtr<PangoFontMap> fonts = system_fonts();
    if (config && PANGO_IS_FC_FONT_MAP(fonts.get()))
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts.get()), config);
    return fonts;
}

GPtr<PangoFontMap> system_fonts()
{
    require_memory(kRoomForThread);
    GPtr<PangoFontMap> fonts(pango_cairo_font_map_new());
    if (!fonts)
        throw RenderError("could not set up fonts: Pango found no Cairo font map");
    pango_cairo_font_map_set_resolution(
        PANGO_CAIRO_FONT_MAP(fonts.get()), 72); // one point is one layout unit
    return fonts;
}

} // namespace thalweg::canvas
