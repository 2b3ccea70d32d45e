#include "outgoing/signing/file_check_handlers.hpp"

#include <cstdint>
#include <utility>

#include "document/limits.hpp"
#include "outgoing/permissions.hpp"
#include "outgoing/signing/authorities.hpp"
#include "outgoing/signing/file_check.hpp"
#include "outgoing/signing/file_check_views.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::outgoing
{
namespace
{

constexpr int seconds = 120;

Result<http::Response> show_file_check(Context& context, const http::Request& /*request*/)
{
    return file_check_page(context, {});
}

Result<FileCheck> check_in(const Context& context, const http::Request& request)
{
    const auto* file = TRY(request.file("file"));
    return check_file(context, *file);
}

/// Answers with the page itself: nothing was changed, and nothing is kept to lead to.
Result<http::Response> post_file_check(Context& context, const http::Request& request)
{
    auto check = check_in(context, request);
    if (check) return file_check_page(context, {.check = std::move(*check)});
    auto error = check.error();
    error.field = "file";
    if (error.kind == Failure::too_large) error.kind = Failure::invalid;
    if (!web::is_about_form(error)) return tl::unexpected<Error>(std::move(error));
    return file_check_page(context, {.fault = web::fault_of(context, error)});
}

}  // namespace

void add_signing(Module& module)
{
    constexpr auto bytes_max = static_cast<std::int64_t>(document::limits::file_bytes_max);
    module.get("/kiem-chu-ky", http::Access::signed_in, show_file_check);
    module.post("/kiem-chu-ky", http::Access::signed_in, post_file_check,
                {.limits = {.upload_bytes = bytes_max, .seconds = seconds}});
    module.menu({.text = "Kiểm chữ ký", .path = "/kiem-chu-ky", .order = 34, .permission = &see});
    module.check({"outgoing.authorities", "Đọc được tệp chứng thư của các tổ chức chứng thực",
                  check_authorities});
}

}  // namespace caicach::outgoing
