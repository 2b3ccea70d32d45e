#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "http/request.hpp"

namespace caicach::http
{

/// The target of a request line, taken apart.
struct Target {
    std::string path{};          ///< decoded, NFC
    std::vector<Field> query{};  ///< decoded as browsers do, not cleaned
};

/// `http.target.invalid` for what does not begin with "/", holds malformed or hidden characters
/// (%00, %2F, "\"), is no UTF-8, or climbs ("..").
[[nodiscard]] Result<Target> parse_target(std::string_view target);

/// "ten=Nguy%E1%BB%85n+A&tuoi=30"; fails only beyond `limits::field_count_max` and on names beyond
/// `limits::field_name_bytes_max`.
[[nodiscard]] Result<std::vector<Field>> parse_urlencoded(std::string_view text);

}  // namespace caicach::http
