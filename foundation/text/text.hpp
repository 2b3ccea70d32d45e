#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Vietnamese text: UTF-8 in, UTF-8 out. Bytes that are no UTF-8 pass through unchanged, so that
/// nothing here can fail; `is_utf8` asks first where it matters.
namespace caicach::text
{

/// True where every byte belongs to well-formed UTF-8 (no surrogates, no overlong forms).
[[nodiscard]] bool is_utf8(std::string_view text);

/// Composed form (NFC): the form of everything that we store. Invalid bytes become U+FFFD.
[[nodiscard]] std::string nfc(std::string_view text);

/// What every form field and every line of a document passes: NFC, line ends as LF, no control
/// characters (C0, C1) but tab and newline, no zero-width marks; no-break spaces are spaces.
[[nodiscard]] std::string clean_input(std::string_view text);

/// Lower case without diacritics, đ → d: "Đắk Nông" → "dak nong". Takes NFC and NFD alike. For
/// comparing and finding, never for showing.
[[nodiscard]] std::string fold(std::string_view text);

/// A folded text that knows whence each byte came: `origin[i]` is the offset in the source of the
/// character that made byte i; one more entry at the end holds the source's size.
struct Folded {
    std::string text{};
    std::vector<std::uint32_t> origin{};
};
[[nodiscard]] Folded fold_with_origin(std::string_view text);

/// True where `text` begins with `prefix`, both folded.
[[nodiscard]] bool starts_with_folded(std::string_view text, std::string_view prefix);

/// Case of Vietnamese and other Latin letters, composed or not; all else stays.
[[nodiscard]] std::string lower(std::string_view text);
[[nodiscard]] std::string upper(std::string_view text);

/// Without white space (ASCII, U+00A0, U+FEFF) at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);
/// Trimmed, and each run of white space one space.
[[nodiscard]] std::string squeeze(std::string_view text);

/// "a;;b" → "a", "", "b"; the empty text gives one empty piece.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] std::string join(std::span<const std::string> pieces, std::string_view separator);
[[nodiscard]] std::string join(std::span<const std::string_view> pieces,
                               std::string_view separator);
/// Runs of letters and digits: "Sở Nội vụ (VBĐT)" → "Sở", "Nội", "vụ", "VBĐT".
[[nodiscard]] std::vector<std::string_view> words(std::string_view text);
/// Every occurrence of `what` (not empty) becomes `with`.
[[nodiscard]] std::string replace_all(std::string_view text, std::string_view what,
                                      std::string_view with);
/// How many characters (code points) there are.
[[nodiscard]] std::size_t length(std::string_view text);
/// At most so many characters, cut at a word, with "…" where something was cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t length_max);

}  // namespace caicach::text
