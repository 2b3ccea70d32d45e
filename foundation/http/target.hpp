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

/// Pages are UTF-8, so browsers send nothing else, and never NUL: what holds it was made by hand,
/// and a database would refuse it much later, as a fault of ours.
[[nodiscard]] bool is_field_text(std::string_view text);

/// "ten=Nguy%E1%BB%85n+A&tuoi=30"; fails beyond `limits::field_count_max`, on names beyond
/// `limits::field_name_bytes_max`, and on what is no text.
[[nodiscard]] Result<std::vector<Field>> parse_urlencoded(std::string_view text);

}  // namespace caicach::http
