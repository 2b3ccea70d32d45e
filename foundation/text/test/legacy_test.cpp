#include "text/legacy.hpp"

#include <doctest/doctest.h>

namespace caicach::text
{

namespace
{

constexpr std::string_view sentence = "Kế hoạch tuyên truyền cải cách hành chính của tỉnh";
constexpr std::string_view in_tcvn3 = "KÕ ho¹ch tuyªn truyÒn c¶i c¸ch hµnh chÝnh cña tØnh";
constexpr std::string_view in_vni = "Keá hoaïch tuyeân truyeàn caûi caùch haønh chính cuûa tænh";

// Latin-1 characters as single bytes.
std::string bytes_of(std::string_view text)
{
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            bytes += text[at];
        } else {
            const auto next = static_cast<unsigned char>(text[++at]);
            bytes += static_cast<char>((byte & 3) << 6 | (next & 0x3F));
        }
    }
    return bytes;
}

}  // namespace

TEST_CASE("text in the letters of old fonts is recognised and repaired")
{
    CHECK(detect_mojibake(in_tcvn3).encoding == Encoding::tcvn3);
    CHECK(repair_mojibake(in_tcvn3, Encoding::tcvn3) == sentence);
    CHECK(detect_mojibake(in_vni).encoding == Encoding::vni);
    CHECK(repair_mojibake(in_vni, Encoding::vni) == sentence);
}

TEST_CASE("files of single bytes are recognised and converted")
{
    const auto tcvn3 = bytes_of(in_tcvn3);
    CHECK(detect_encoding(tcvn3).encoding == Encoding::tcvn3);
    CHECK(to_utf8(tcvn3, Encoding::tcvn3) == sentence);
    const auto vni = bytes_of(in_vni);
    CHECK(detect_encoding(vni).encoding == Encoding::vni);
    CHECK(to_utf8(vni, Encoding::vni) == sentence);
}

TEST_CASE("Windows-1258 writes tones after the letter")
{
    const std::string bytes =
        "C\xF4ng t\xE1"
        "c c\xE0"
        "i c\xE1"
        "ch h\xE0nh ch\xEDnh c\xFA"
        "a t\xEDnh \xF0\xEA\xCCn";
    CHECK(to_utf8("ph\xF4\xECi h\xF5\xF2p", Encoding::windows1258) == "phối hợp");
    CHECK(detect_encoding("C\xE1"
                          "c c\xF5 quan ph\xF4\xECi h\xF5\xF2p th\xFD\xF2"
                          "c hi\xEA\xF2n")
              .encoding == Encoding::windows1258);
    CHECK(to_utf8(bytes, Encoding::windows1258).find("đền") != std::string::npos);
}

TEST_CASE("all the capitals of VNI are known")
{
    CHECK(repair_mojibake("ÑÒNH TÆNH ÔÛ ÖÙ AÊÂ", Encoding::vni) == "ĐỊNH TỈNH Ở Ứ ĂÂ");
    CHECK(repair_mojibake("KEÁ HOAÏCH NAÊM SÔÛ NOÄI VUÏ", Encoding::vni) ==
          "KẾ HOẠCH NĂM SỞ NỘI VỤ");
}

TEST_CASE("true Vietnamese, French and plain text are left alone")
{
    CHECK(detect_mojibake(sentence).encoding == Encoding::utf8);
    CHECK(detect_mojibake("Où est la fenêtre? À côté de l'élève déjà passé.").encoding ==
          Encoding::utf8);
    CHECK(detect_mojibake("plain text").encoding == Encoding::utf8);
    CHECK(detect_encoding(sentence).encoding == Encoding::utf8);
    CHECK(detect_encoding("").encoding == Encoding::utf8);
    CHECK(detect_encoding("\xFF\x80\x81 nonsense").encoding == Encoding::unknown);
}

TEST_CASE("UTF-16 is known by its mark or its zeros")
{
    const std::string little{"\xFF\xFEK\0\xBF\x1E", 6};
    CHECK(detect_encoding(little).encoding == Encoding::utf16le);
    CHECK(to_utf8(little, Encoding::utf16le) == "Kế");
    const std::string big{"\0K\0e\0 \0h\0o", 10};
    CHECK(detect_encoding(big).encoding == Encoding::utf16be);
    CHECK(to_utf8(big, Encoding::utf16be) == "Ke ho");
    CHECK(to_utf8(std::string{"\x3D\xD8\x00\xDE", 4}, Encoding::utf16le) == "😀");
    CHECK(to_utf8(std::string{"\x3D\xD8", 2}, Encoding::utf16le) == "\uFFFD");
}

}  // namespace caicach::text
