#include "base/json_text.hpp"

#include <doctest/doctest.h>

namespace
{

std::string quoted(std::string_view text)
{
    std::string out;
    caicach::append_json_text(out, text);
    return out;
}

}  // namespace

TEST_CASE("letters of every language stay as they are between the quotes of JSON")
{
    CHECK(quoted("") == R"("")");
    CHECK(quoted("Đắk Lắk 😀 \x7f") == "\"Đắk Lắk 😀 \x7f\"");
}

TEST_CASE("what may not stand in a JSON string is escaped")
{
    using namespace std::string_view_literals;
    CHECK(quoted("\b \f") == R"("\b \f")");
    CHECK(quoted("\"1\\2\n3\r4\t5\0006\x1f"sv) == R"("\"1\\2\n3\r4\t5\u00006\u001f")");
}

TEST_CASE("each byte that is no UTF-8 becomes one replacement character")
{
    CHECK(quoted("a\xFF\xFEz") == "\"a\uFFFD\uFFFDz\"");
    CHECK(quoted("cut \xE1\xBA") == "\"cut \uFFFD\uFFFD\"");              // "ậ" without its end
    CHECK(quoted("\xED\xA0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");            // a surrogate
    CHECK(quoted("\xC0\xAF") == "\"\uFFFD\uFFFD\"");                      // a slash, made too long
    CHECK(quoted("\xF4\x90\x80\x80") == "\"\uFFFD\uFFFD\uFFFD\uFFFD\"");  // beyond Unicode
}
