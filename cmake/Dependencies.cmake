# Every third-party library, all from the distribution. Nothing is downloaded at build time.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)

pkg_check_modules(cairo REQUIRED IMPORTED_TARGET cairo>=1.16)
pkg_check_modules(harfbuzz REQUIRED IMPORTED_TARGET harfbuzz)
pkg_check_modules(pango REQUIRED IMPORTED_TARGET pangocairo>=1.50 pangoft2 fontconfig)
pkg_check_modules(qpdf REQUIRED IMPORTED_TARGET libqpdf>=11)
pkg_check_modules(deflate REQUIRED IMPORTED_TARGET libdeflate>=1.0)
pkg_check_modules(sleef REQUIRED IMPORTED_TARGET sleef>=3.5)
pkg_check_modules(libav REQUIRED IMPORTED_TARGET
    libavcodec>=59 libavformat>=59 libavfilter>=8 libavutil>=57)
pkg_check_modules(x264 REQUIRED IMPORTED_TARGET x264>=0.155)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-cpp>=0.7)

if(THALWEG_TESTS)
    find_package(Catch2 REQUIRED) # 2.13 on Debian 12, 3.x elsewhere; tests/support/catch.hpp hides the difference
endif()
