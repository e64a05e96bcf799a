#include "film/codecs.hpp"

#include "core/error.hpp"

#include <dlfcn.h>

namespace thalweg::film {

namespace {

/// The program's run path names the module's folder (src/CMakeLists.txt). All symbols are bound at
/// once, so that a module which does not fit is an error here, not in the middle of a film.
const Codecs& load()
{
    void* module = ::dlopen("thalweg-film.so", RTLD_NOW | RTLD_LOCAL);
    void* table = module ? ::dlsym(module, "thalweg_codecs") : nullptr;
    if (!table)
        throw OutputError("load what writes films", ::dlerror());
    return *static_cast<const Codecs*>(table);
}

} // namespace

const Codecs& codecs()
{
    static const Codecs& loaded = load();
    return loaded;
}

} // namespace thalweg::film
