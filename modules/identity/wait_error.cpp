#include "identity/wait_error.hpp"

#include <fmt/format.h>

#include <utility>

namespace caicach::identity
{

std::string in_words(std::int64_t seconds)
{
    constexpr std::int64_t minute = 60;
    if (seconds < minute) return fmt::format("{} giây", seconds);
    return fmt::format("{} phút", (seconds + minute - 1) / minute);
}

Error wait_error(std::string field, std::int64_t seconds)
{
    return {.kind = Failure::unavailable,
            .key = "identity.sign_in.delayed",
            .field = std::move(field),
            .arguments = {in_words(seconds)}};
}

}  // namespace caicach::identity
