#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "http/request.hpp"
#include "http/response.hpp"
#include "http/router.hpp"
#include "http/target.hpp"
#include "text/text.hpp"

using namespace caicach;

/// A path that passes is text without tricks, finds at most one page, and redirects stay at home.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const http::Router router({{.pattern = "/"},
                                      {.pattern = "/a/{b}"},
                                      {.pattern = "/a/c"},
                                      {.pattern = "/a/{b}/{c}/d"},
                                      {.pattern = "/a/c/{d}/e"}});
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto redirect = http::redirect(text);
    const auto moved = redirect.header("Location").substr(0, 2);
    VERIFY(moved.starts_with('/') && moved != "//" && moved != "/\\");
    const auto target = http::parse_target(text);
    if (!target) return 0;
    VERIFY(target->path.starts_with('/') && text::is_utf8(target->path));
    VERIFY(target->path.find('\0') == std::string::npos);
    VERIFY((target->path + "/").find("/../") == std::string::npos);
    const auto match = router.find(http::Method::get, target->path);
    for (const auto& parameter : match.parameters)
        VERIFY(!parameter.value.empty() && parameter.value.find('/') == std::string::npos);
    return 0;
}
