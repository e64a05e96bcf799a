#include "app/app.hpp"

#ifdef __GLIBC__
#include <malloc.h>
#endif

int main(int argc, char** argv)
{
#ifdef __GLIBC__
    // Large buffers go back to the system when they are freed, so that long films need no more
    // memory than short ones.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
    return thalweg::app::run_app(argc, argv);
}
