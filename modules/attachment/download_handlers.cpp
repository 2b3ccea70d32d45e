#include "attachment/download_handlers.hpp"

#include <string>

#include "attachment/api.hpp"

namespace caicach::attachment
{

Result<http::Response> download(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("code"));
    auto transaction = TRY(context.read());
    const auto attachment = TRY(find_by_code(transaction, code));
    const auto path = TRY(open_path(context, attachment.sha256));
    auto response = http::file(path, std::string(media_type_of(attachment.kind)));
    response.set_download_name(attachment.name);
    response.set_header("X-Content-Type-Options", "nosniff");
    return response;
}

}  // namespace caicach::attachment
