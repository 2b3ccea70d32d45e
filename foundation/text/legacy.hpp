#pragma once
#include <string>
#include <string_view>

namespace caicach::text
{

/// How the bytes of a text stand for letters.
enum class Encoding { utf8, utf16le, utf16be, windows1258, tcvn3, vni, unknown };

/// As people call it: "TCVN3 (ABC)", "VNI Windows", "UTF-8".
[[nodiscard]] std::string_view name(Encoding encoding);

struct EncodingGuess {
    Encoding encoding{Encoding::unknown};
    double confidence{};  ///< 0 to 1; below 0.5 nobody should act on it
};

/// Looks at the bytes of a file (the first 64 KB decide).
[[nodiscard]] EncodingGuess detect_encoding(std::string_view bytes);

/// Bytes in that encoding as UTF-8 NFC. `unknown` gives every bad byte as U+FFFD.
[[nodiscard]] std::string to_utf8(std::string_view bytes, Encoding encoding);

/// Old fonts (.VnTime, VNI-Times) live on in word processors as Latin letters that only the font
/// made Vietnamese: "KÕ ho¹ch" for "Kế hoạch". Tells `tcvn3` or `vni` where UTF-8 text is such
/// mojibake, `utf8` where it is not.
[[nodiscard]] EncodingGuess detect_mojibake(std::string_view text);
/// Such mojibake as the Vietnamese text that was meant.
[[nodiscard]] std::string repair_mojibake(std::string_view text, Encoding encoding);

}  // namespace caicach::text
