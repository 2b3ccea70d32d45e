#include "html/html.hpp"

#include <doctest/doctest.h>

#include <string>
#include <type_traits>

using namespace caicach;

namespace
{

std::string written(std::initializer_list<html::Part> parts)
{
    std::string page;
    html::Writer out{page};
    out(parts);
    return page;
}

template <class Type>
constexpr bool is_a_part = std::is_constructible_v<html::Part, Type>;

// What a person typed never becomes raw HTML: only literals make a Literal, and a pointer, whose
// end and origin nobody knows, makes nothing at all.
static_assert(!std::is_constructible_v<html::Literal, std::string>);
static_assert(!std::is_constructible_v<html::Literal, std::string_view>);
static_assert(!std::is_constructible_v<html::Literal, const char*>);
static_assert(!is_a_part<const char*>);
static_assert(!is_a_part<char*>);
static_assert(!is_a_part<double>);
static_assert(is_a_part<std::string>);
static_assert(is_a_part<std::string_view>);
static_assert(is_a_part<int>);

template <class Text>
concept writable = requires(html::Writer& out, Text text) { out({text}); };
static_assert(writable<std::string>);
static_assert(!writable<const char*>);
static_assert(!writable<void*>);

}  // namespace

TEST_CASE("literals are raw, strings are escaped for text and attributes alike")
{
    const std::string title = "<b>\"Đổi mới\" & 'sáng tạo'</b>";
    CHECK(written({"<p title=\"", title, "\">", title, "</p>"}) ==
          "<p title=\"&lt;b&gt;&quot;Đổi mới&quot; &amp; &#39;sáng tạo&#39;&lt;/b&gt;\">"
          "&lt;b&gt;&quot;Đổi mới&quot; &amp; &#39;sáng tạo&#39;&lt;/b&gt;</p>");
    CHECK(html::escaped(title) == written({title}));
    CHECK(html::escaped("").empty());
}

TEST_CASE("a letter is escaped wherever it stands in a text of any length")
{
    constexpr std::string_view letter = "ộ";
    for (std::size_t before = 0; before < 40; ++before) {
        for (std::size_t after = 0; after < 40; ++after) {
            const auto left = std::string(before, 'a');
            const auto right = std::string(after, 'b') + std::string{letter};
            CHECK(html::escaped(left + "<" + right) == left + "&lt;" + right);
            CHECK(html::escaped(left + "'\"" + right) == left + "&#39;&quot;" + right);
            CHECK(html::escaped(left + right) == left + right);
        }
    }
}

TEST_CASE("numbers are written in full")
{
    CHECK(written({"<td>", -1234567890123456789, "</td>"}) == "<td>-1234567890123456789</td>");
    CHECK(written({std::size_t{7}}) == "7");
}

TEST_CASE("a literal may hang on a condition")
{
    CHECK(written({"<option", html::when(true, " selected"), ">"}) == "<option selected>");
    CHECK(written({"<option", html::when(false, " selected"), ">"}) == "<option>");
}

TEST_CASE("addresses of known schemes and without scheme pass")
{
    for (const std::string_view address :
         {"/ke-hoach/2026?trang=2&tu=a:b", "?trang=2", "#muc-3", "a/b:c", "https://example.vn/a",
          "HTTP://example.vn", "mailto:a@example.vn", "tel:+84123", ""})
        CHECK(html::url(address).text == address);
    CHECK(written({"<a href=\"", html::url("/a?b=1&c=\""), "\">"}) ==
          "<a href=\"/a?b=1&amp;c=&quot;\">");
}

TEST_CASE("addresses that could run a script or leave the site unseen become a number sign")
{
    for (const std::string_view address :
         {"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)",
          "java\tscript:alert(1)", "\x01javascript:alert(1)", "data:text/html,x", "vbscript:x",
          "//example.vn/x", "/\\example.vn", "\\\\example.vn", "file:///etc/passwd", ":x"})
        CHECK(html::url(address).text == "#");
}
