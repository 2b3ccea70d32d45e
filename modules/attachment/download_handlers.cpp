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
    bool may_be_read = false;
    TRY(context.publish(transaction, FileAsked{.file = attachment.id, .may_be_read = may_be_read}));
    // As if it were not there: who may not read it learns nothing of it.
    if (!may_be_read) return failure(Failure::not_found, "attachment.not_found");
    if (attachment.scan == Scan::infected) return failure(Failure::forbidden, "attachment.blocked");
    const auto path = TRY(open_path(context, attachment.sha256));
    auto response = http::file(path, std::string(media_type_of(attachment.kind)));
    return response.set_download_name(attachment.name);
}

}  // namespace caicach::attachment
