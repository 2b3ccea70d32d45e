#pragma once
#include <cstdint>
#include <string>
#include <string_view>

/// What a text message costs: 3GPP TS 23.038 (the alphabet) and TS 23.040 (joined segments).
namespace caicach::notification
{

struct Segments {
    bool is_gsm{};         ///< fits GSM-7; else UCS-2 is sent
    std::int64_t count{};  ///< segments; none for the empty text
    std::int64_t units{};  ///< septets, or 16-bit units, that the text itself takes
    std::int64_t left{};   ///< units that the last segment has room for
};

/// Of a UTF-8 text as a gateway sends it: neither a pair of the extension table nor a surrogate
/// pair is parted between segments.
[[nodiscard]] Segments segments_of(std::string_view text);

/// Without diacritics, letters keep their case ("Đắk Nông" → "Dak Nong"); what else GSM-7 does not
/// know, such as “ ” – …, becomes its nearest plain sign.
[[nodiscard]] std::string without_marks(std::string_view text);

}  // namespace caicach::notification
