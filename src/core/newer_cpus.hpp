#pragma once

/// Before a function: makes it in two forms, one for processors with wider registers than the
/// oldest x86-64 has. The results are the same. (By GCC; Clang refuses what such functions share
/// with others, and makes one form.)
#if defined(__x86_64__) && !defined(__clang__)
#define THALWEG_FOR_NEWER_CPUS __attribute__((target_clones("avx2", "default")))
#else
#define THALWEG_FOR_NEWER_CPUS
#endif
