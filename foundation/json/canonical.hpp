#pragma once
#include <cstdint>
#include <string>

#include "json/value.hpp"

namespace caicach::json
{

/// Whole numbers beyond it are not the same in every reader (RFC 8785, section 3.2.2.3).
inline constexpr std::int64_t canonical_integer_max = 9'007'199'254'740'992;  // 2^53

/// The one text of a value that RFC 8785 allows, to be hashed and compared byte by byte: no blanks,
/// members in the order of their names. Ours are ASCII, so that the order of their bytes is the
/// order. invalid "json.not_canonical", with what stands in the way: a number that is not whole or
/// beyond 2^53, a name that is not ASCII or stands twice, text that is no UTF-8.
[[nodiscard]] Result<std::string> canonical(const Value& value);

}  // namespace caicach::json
