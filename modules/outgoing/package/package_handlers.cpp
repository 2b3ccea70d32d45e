#include "outgoing/package/package_handlers.hpp"

#include <utility>

#include "outgoing/document/document_store.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/list/delivery.hpp"
#include "outgoing/package/hand_over.hpp"
#include "outgoing/package/package.hpp"
#include "outgoing/paths.hpp"
#include "outgoing/permissions.hpp"
#include "text/number.hpp"
#include "web/components/frame.hpp"

namespace caicach::outgoing
{
namespace
{

Result<PackageContent> content_in(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto code = TRY(request.path<std::string>("document"));
    const auto document = TRY(DocumentStore{transaction}.find(code));
    TRY(require_reading(context, transaction, document));
    const auto volume = text::parse_integer(request.query("phan").value_or("1")).value_or(0);
    if (volume < 1 || volume > limits::volumes_max)
        return failure(Failure::not_found, "outgoing.package.no_volume");
    return package_content_of(context, transaction, document, static_cast<int>(volume));
}

Result<http::Response> download_package(Context& context, const http::Request& request)
{
    const auto content = TRY(content_in(context, request));
    auto package = TRY(package_of(content));
    http::Response response{200, "application/zip", std::move(package.bytes)};
    return response.set_download_name(package.name + ".zip");
}

Result<http::Response> post_hand_over(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto code = TRY(request.path<std::string>("document"));
    const auto document = TRY(DocumentStore{transaction}.find(code));
    TRY(context.require(deliver_documents, organisation::scope_of(document.agency)));
    if (document.state != DocumentState::sent)
        return failure(Failure::conflict, "outgoing.document.not_now", {},
                       {std::string(text_of(document.state))});
    TRY(queue_hand_over(context, transaction, document));
    TRY(context.record(transaction, "outgoing.package.queued", "outgoing.document",
                       document.id.value));
    TRY(transaction.commit());
    return web::redirect_with(document_path(document.code), "outgoing.package.was_queued");
}

}  // namespace

void add_packages(Module& module)
{
    constexpr int seconds = 120;
    const auto senders = http::Access::holder_of(deliver_documents.key);
    module.get("/van-ban-di/{document}/goi.zip", http::Access::holder_of(see.key), download_package,
               {.limits = {.seconds = seconds}});
    module.post("/van-ban-di/{document}/chuyen-giao", senders, post_hand_over);
    module.job(hand_over_job_kind, {.attempts_max = 20, .retry_seconds = 60}, run_hand_over);
    module.audits({"outgoing.package.queued", "chuyển lại gói văn bản"});
    module.check(
        {"outgoing.files", "Gói văn bản đã chuyển cho chương trình khác", check_hand_overs});
}

}  // namespace caicach::outgoing
