# What every target of the house shares: warnings, hardening, sanitizers, the compiler cache and the linker,
# and the four makers: caicach_library, caicach_module, caicach_tests, caicach_fuzzer.

find_package(PkgConfig REQUIRED)
find_program(CCACHE ccache)
if(CCACHE)
  # Paths relative to the build folder: clones and build folders share what they compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
                                  ${CCACHE})
endif()
find_program(MOLD mold)

add_library(caicach_options INTERFACE)
target_include_directories(caicach_options INTERFACE ${CMAKE_SOURCE_DIR}/foundation ${CMAKE_SOURCE_DIR}/modules
                                                     ${CMAKE_SOURCE_DIR})
target_compile_options(caicach_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
                                                 -Wold-style-cast -Woverloaded-virtual -Wimplicit-fallthrough -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 sees impossible overlaps in std::string's operator+ (its bug 105651).
  target_compile_options(caicach_options INTERFACE -Wno-psabi -Wno-restrict)
  if(NOT CAICACH_SANITIZE)
    target_compile_options(caicach_options INTERFACE -Wnull-dereference)
  endif()
else()
  # TRY and MUST are statement expressions, which both our compilers have; and what the standard library of g++ 12 does
  # inside std::stable_sort is deprecated in its own eyes.
  target_compile_options(caicach_options INTERFACE -Wno-gnu-statement-expression -Wno-deprecated-declarations)
endif()
if(CAICACH_UNITY)
  # What holds of a file by itself is not asked of a group: a local name may be what another file calls something of its
  # own, a source is taken for a header, and more is inlined, in which g++ 12 sees null pointers that cannot be.
  target_compile_options(caicach_options INTERFACE -Wno-shadow)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(caicach_options INTERFACE -Wno-subobject-linkage -Wno-null-dereference -Wno-maybe-uninitialized)
  endif()
endif()
target_compile_definitions(caicach_options INTERFACE _GLIBCXX_ASSERTIONS)
target_compile_options(caicach_options INTERFACE -fstack-protector-strong)
target_link_options(caicach_options INTERFACE -Wl,-z,relro,-z,now)
if(CAICACH_SANITIZE)
  target_compile_options(caicach_options INTERFACE -fsanitize=${CAICACH_SANITIZE} -fno-sanitize-recover=all
                                                   -fno-omit-frame-pointer -g1)
  target_link_options(caicach_options INTERFACE -fsanitize=${CAICACH_SANITIZE})
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(caicach_options INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-clash-protection
                                                   -fcf-protection)
endif()
if(CAICACH_FUZZ)
  target_compile_options(caicach_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(MOLD)
  target_link_options(caicach_options INTERFACE -fuse-ld=mold)
endif()

find_package(Python3 REQUIRED COMPONENTS Interpreter)

# caicach_grouped(VARIABLE NAME SOURCE…): the sources, or with CAICACH_UNITY files that include groups of them; libraries
# that CAICACH_APART names stay apart, for who edits their files one at a time.
function(caicach_grouped variable name)
  if(CAICACH_UNITY AND NOT name IN_LIST CAICACH_APART)
    execute_process(COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/unity_groups.py
                            ${CMAKE_CURRENT_BINARY_DIR}/groups/${name} ${ARGN}
                    OUTPUT_VARIABLE sources OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    # An edited source may fit another group.
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/tools/unity_groups.py)
  else()
    set(sources ${ARGN})
  endif()
  set(${variable} ${sources} PARENT_SCOPE)
endfunction()

# caicach_library(NAME [USES library…] [PACKAGES pkg-config…]): all *.cpp of this folder (and SUBFOLDERS) as one static
# library `NAME`; those of test/ join the tests, those of fuzz/ become fuzzers.
function(caicach_library name)
  cmake_parse_arguments(ARG "" "" "USES;PACKAGES;SUBFOLDERS;TEST_USES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  foreach(folder ${ARG_SUBFOLDERS})
    file(GLOB more CONFIGURE_DEPENDS ${folder}/*.cpp)
    list(APPEND sources ${more})
  endforeach()
  if(sources)
    caicach_grouped(sources ${name} ${sources})
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC caicach_options ${ARG_USES})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE caicach_options ${ARG_USES})
  endif()
  foreach(package ${ARG_PACKAGES})
    string(MAKE_C_IDENTIFIER ${package} id)
    pkg_check_modules(${id} REQUIRED IMPORTED_TARGET GLOBAL ${package})
    if(sources)
      target_link_libraries(${name} PRIVATE PkgConfig::${id})
    endif()
  endforeach()
  caicach_tests(${name} USES ${ARG_TEST_USES} SUBFOLDERS ${ARG_SUBFOLDERS})
  caicach_fuzzers(${name})
endfunction()

# caicach_tests(NAME [USES library…] [SUBFOLDERS …]): one doctest program, made of test/*_test.cpp and those of the
# subfolders that belong to the same library; a folder that is a library of its own has its own program.
function(caicach_tests name)
  cmake_parse_arguments(ARG "" "" "USES;SUBFOLDERS" ${ARGN})
  if(NOT CAICACH_TESTS)
    return()
  endif()
  set(patterns test/*_test.cpp)
  foreach(folder ${ARG_SUBFOLDERS})
    list(APPEND patterns ${folder}/test/*_test.cpp)
  endforeach()
  file(GLOB tests CONFIGURE_DEPENDS ${patterns})
  if(tests)
    caicach_grouped(tests ${name}_test ${tests})
    add_executable(${name}_test ${tests} ${CMAKE_SOURCE_DIR}/tests/support/main.cpp)
    target_link_libraries(${name}_test PRIVATE ${name} ${ARG_USES})
    # A test runs once for each time it is built: there is nothing to win by making it fast.
    target_compile_options(${name}_test PRIVATE -O0 -U_FORTIFY_SOURCE)
    add_test(NAME ${name} COMMAND ${name}_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endif()
endfunction()

# One libFuzzer program for each fuzz/NAME_fuzz.cpp; its seeds lie in tests/fuzz/corpus/NAME.
function(caicach_fuzzers name)
  if(NOT CAICACH_FUZZ)
    return()
  endif()
  file(GLOB fuzzers CONFIGURE_DEPENDS fuzz/*_fuzz.cpp)
  foreach(source ${fuzzers})
    get_filename_component(fuzzer ${source} NAME_WE)
    add_executable(${fuzzer} ${source})
    target_link_libraries(${fuzzer} PRIVATE ${name} -fsanitize=fuzzer)
    set_target_properties(${fuzzer} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzzers)
  endforeach()
endfunction()

# caicach_embed(TARGET OUTPUT NAMESPACE FILE…): files as string_view constants in a generated header.
function(caicach_embed target header namespace)
  set(output ${CMAKE_BINARY_DIR}/generated/${header})
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/embed.py ${output} ${namespace} ${ARGN}
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/tools/embed.py
    WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
    VERBATIM)
  string(MAKE_C_IDENTIFIER ${header} id)
  add_custom_target(${target}_${id} DEPENDS ${output})
  add_dependencies(${target} ${target}_${id})
  target_include_directories(${target} PUBLIC ${CMAKE_BINARY_DIR}/generated)
endfunction()

# caicach_module(NAME [USES module…] [SUBFOLDERS …]): a library of modules/NAME with its sql/ and migrations embedded
# as NAME/sql.hpp and NAME/migrations.hpp, its messages as NAME/messages.hpp, its schemas of API answers as NAME/schemas.hpp.
function(caicach_module name)
  cmake_parse_arguments(ARG "" "" "USES;SUBFOLDERS;TEST_USES;FOUNDATION" ${ARGN})
  caicach_library(${name} USES manifest ${ARG_FOUNDATION} ${ARG_USES} SUBFOLDERS ${ARG_SUBFOLDERS}
                          TEST_USES ${ARG_TEST_USES})
  file(GLOB statements CONFIGURE_DEPENDS sql/*.sql)
  list(FILTER statements EXCLUDE REGEX "/migrations/")
  if(statements)
    caicach_embed(${name} ${name}/sql.hpp caicach::${name}::sql ${statements})
  endif()
  file(GLOB migrations CONFIGURE_DEPENDS sql/migrations/*.sql)
  if(migrations)
    caicach_embed(${name} ${name}/migrations.hpp caicach::${name}::migrations ${migrations})
  endif()
  file(GLOB messages CONFIGURE_DEPENDS messages/*.po)
  if(messages)
    caicach_embed(${name} ${name}/messages.hpp caicach::${name}::messages ${messages})
  endif()
  file(GLOB schemas CONFIGURE_DEPENDS schemas/*.json)
  if(schemas)
    caicach_embed(${name} ${name}/schemas.hpp caicach::${name}::schemas ${schemas})
  endif()
endfunction()
