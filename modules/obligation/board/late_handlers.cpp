#include "obligation/board/late_handlers.hpp"

#include <algorithm>
#include <utility>

#include "obligation/board/late_views.hpp"
#include "obligation/reminder/reminder_handlers.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::size_t name_length_max = 80;  ///< characters; file systems hold 255 bytes

Result<identity::SignatureBlock> signature_in(const http::Request& request,
                                              std::vector<identity::PossibleSignature> possible)
{
    const auto wanted = TRY(request.maybe_integer("nguoi_ky"));
    if (!wanted && possible.empty()) return identity::SignatureBlock{};
    const auto found = std::ranges::find_if(
        possible, [&](const auto& one) { return !wanted || one.signer.value == *wanted; });
    if (found == possible.end())
        return failure(Failure::invalid, "obligation.late.signer", "nguoi_ky");
    return std::move(found->block);
}

}  // namespace

Result<http::Response> show_late(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto watched = TRY(watched_in(context, transaction, request));
    const auto coordinator = watched.plan.coordinator;
    LatePage page;
    page.list = TRY(late_list_of(transaction, std::move(watched)));
    page.signatures = TRY(identity::signatures_on(transaction, coordinator, context.today()));
    page.nudges = TRY(nudge_rows(context, transaction, page.list));
    return late_page(context, page);
}

Result<http::Response> download_late_notice(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto watched = TRY(watched_in(context, transaction, request));
    const auto coordinator = watched.plan.coordinator;
    const auto today = context.today();
    const auto list = TRY(late_list_of(transaction, std::move(watched)));
    if (list.agencies.empty()) return failure(Failure::conflict, "obligation.late.none");
    const auto head = TRY(organisation::letterhead_of(context, transaction, coordinator, today));
    auto possible = TRY(identity::signatures_on(transaction, coordinator, today));
    const auto signature = TRY(signature_in(request, std::move(possible)));
    auto bytes = TRY(document::write_docx(late_notice(list, head, signature)));
    http::Response response{200, document::docx_type, std::move(bytes)};
    const auto title = text::shorten(list.watched.plan.title, name_length_max);
    return response.set_download_name("Thông báo cơ quan chậm - " + title + ".docx");
}

}  // namespace caicach::obligation
