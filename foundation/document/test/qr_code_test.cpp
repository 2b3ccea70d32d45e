#include "document/qr_code.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace caicach::document
{

TEST_CASE("a QR code has its three corners and the margin around it")
{
    const auto code = MUST(qr_code("https://cchc.songlam.gov.vn"));
    CHECK(code.size == 29 + 8);
    // The upper edges of the corners, seven squares wide; the first row holds nothing above them.
    CHECK(code.path.starts_with("M4 4h7v1h-7z"));
    CHECK(code.path.find("M26 4h7v1h-7z") != std::string::npos);
    CHECK(code.path.find("M4 26h7v1h-7z") != std::string::npos);
    CHECK(std::ranges::count(code.path, 'M') == std::ranges::count(code.path, 'z'));
}

TEST_CASE("the same text makes the same code, a longer one a larger")
{
    CHECK(MUST(qr_code("một")).path == MUST(qr_code("một")).path);
    CHECK(MUST(qr_code("một")).path != MUST(qr_code("hai")).path);
    CHECK(MUST(qr_code(std::string(qr_text_bytes_max, 'x'))).size > MUST(qr_code("x")).size);
}

TEST_CASE("an empty text and one that is too long make none")
{
    CHECK_FALSE(qr_code(""));
    const auto refused = qr_code(std::string(qr_text_bytes_max + 1, 'x'));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "document.qr_code.too_long");
}

}  // namespace caicach::document
