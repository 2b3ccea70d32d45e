#pragma once
#include <cstdint>
#include <string>

#include "base/result.hpp"

namespace caicach::identity
{

/// "3 phút", "45 giây": how long to wait, for people; minutes are rounded up.
[[nodiscard]] std::string in_words(std::int64_t seconds);
/// Of a field where too many wrong tries were made, and how long to wait:
/// "identity.sign_in.delayed".
[[nodiscard]] Error wait_error(std::string field, std::int64_t seconds);

}  // namespace caicach::identity
