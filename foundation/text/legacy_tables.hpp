#pragma once
#include <string>
#include <string_view>

/// The tables behind legacy.hpp; each turns Latin-1 letters (given as code points) into Vietnamese.
namespace caicach::text
{

/// The letter that the TCVN3 (ABC) fonts draw for this code; the code itself where they agree with
/// Latin-1.
[[nodiscard]] char32_t tcvn3_letter(char32_t code);
/// The letter of Windows-1258; marks of tone are combining characters there.
[[nodiscard]] char32_t windows1258_letter(char32_t code);
/// UTF-8 text of Latin-1 letters, in which VNI writes a letter and its mark as two characters.
[[nodiscard]] std::string vni_to_vietnamese(std::string_view text);

}  // namespace caicach::text
