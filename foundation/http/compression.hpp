#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace caicach::http
{

/// Whether an Accept-Encoding header takes this coding ("gzip", "br"); "q=0" refuses.
[[nodiscard]] bool accepts_encoding(std::string_view accept_encoding, std::string_view coding);
/// Texts shrink; pictures and archives are compressed already.
[[nodiscard]] bool is_worth_compressing(std::string_view type, std::size_t size);
/// At the cheapest level: a page of 20 KB takes less time than it saves on any line. Nothing where
/// memory is short.
[[nodiscard]] std::optional<std::string> gzip(std::string_view text);

}  // namespace caicach::http
