# One static library per folder of src. A folder may include itself and the folders to its left in
#   core → surface → optimizer → basin → contour → experiment → canvas → panel → figure → film → output → scene → app
# (tests/structure/include_order checks that); third-party libraries are linked PRIVATE.

add_library(thalweg_warnings INTERFACE)
target_compile_options(thalweg_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow
    -Wno-missing-field-initializers # designated initialisers leave defaults out on purpose
    $<$<BOOL:${THALWEG_WERROR}>:-Werror>
    # The same numbers on every machine: no fused multiply-add behind our back.
    -ffp-contract=off
    # Pairs of numbers that were written one by one and are read as one vector make the processor wait:
    # intervals, jets and whole contours took a fifth longer. Loops are vectorised still.
    $<$<CXX_COMPILER_ID:GNU>:-fno-tree-slp-vectorize>)

# thalweg_folder(NAME SOURCES file... [USES folder...] [PRIVATE library...])
function(thalweg_folder name)
    cmake_parse_arguments(ARG "" "" "SOURCES;USES;PRIVATE" ${ARGN})
    add_library(thalweg_${name} STATIC ${ARG_SOURCES})
    target_include_directories(thalweg_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    foreach(folder IN LISTS ARG_USES)
        target_link_libraries(thalweg_${name} PUBLIC thalweg_${folder})
    endforeach()
    target_link_libraries(thalweg_${name} PRIVATE thalweg_warnings ${ARG_PRIVATE})
    # What most files include. The dev preset builds without, so that no file relies on it.
    target_precompile_headers(thalweg_${name} PRIVATE
        <algorithm> <array> <cmath> <functional> <map> <memory> <optional> <span> <string> <vector>)
endfunction()

# thalweg_test(NAME SOURCES file... USES folder... [PRIVATE library...]): a Catch2 program, one ctest entry per case.
function(thalweg_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;USES;PRIVATE" ${ARGN})
    add_executable(test_${name} ${ARG_SOURCES})
    target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    foreach(folder IN LISTS ARG_USES)
        target_link_libraries(test_${name} PRIVATE thalweg_${folder})
    endforeach()
    target_link_libraries(test_${name}
        PRIVATE thalweg_warnings thalweg_catch_main thalweg_test_support ${ARG_PRIVATE})
    # Catch2 and optimising its macros are most of the build's time.
    target_precompile_headers(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/support/catch.hpp)
    target_compile_options(test_${name} PRIVATE -O1)
    catch_discover_tests(test_${name} TEST_PREFIX "${name}: " WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
        PROPERTIES ENVIRONMENT "THALWEG=$<TARGET_FILE:thalweg>")
endfunction()
