#pragma once
#include <string>
#include <string_view>

/// How names are compared. Pure: no database.
namespace caicach::organisation
{

/// The name as read aloud: lower case, punctuation gone, everyday abbreviations written out (UBND →
/// ủy ban nhân dân), tone marks where the new spelling has them (uỷ → ủy). Two names with the same
/// spoken form are one name.
[[nodiscard]] std::string spoken_form(std::string_view name);

/// The spoken form without diacritics: what indexes hold and what people type in a hurry.
[[nodiscard]] std::string name_key(std::string_view name);

/// A LIKE pattern over `' ' || key`: words that begin with the words typed, in their order. Without
/// its "% " it fits keys that begin with the first word. Empty where nothing was typed.
[[nodiscard]] std::string search_pattern(std::string_view typed);

/// 1 for equal keys, 0 for nothing in common: one less the edit distance over the longer length.
[[nodiscard]] double similarity(std::string_view key, std::string_view other);

/// First letters of the words, in capitals: "Sở Nội vụ" → "SNV", "Trường THCS số 2" → "TTS2".
[[nodiscard]] std::string initials(std::string_view name);

}  // namespace caicach::organisation
