#include "base/result.hpp"

#include <cstdio>
#include <cstdlib>

namespace caicach
{

void verification_failed(const char* expression, const char* file, int line)
{
    std::fprintf(stderr, "VERIFY failed: %s at %s:%d\n", expression, file, line);
    std::abort();
}

void must_failed(const Error& error, const char* file, int line)
{
    std::fprintf(stderr, "MUST failed: %s %s at %s:%d\n", error.key.c_str(), error.detail.c_str(),
                 file, line);
    std::abort();
}

}  // namespace caicach
