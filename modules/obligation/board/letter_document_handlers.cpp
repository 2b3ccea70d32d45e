#include "obligation/board/letter_document_handlers.hpp"

#include <utility>

#include "obligation/board/late_list.hpp"
#include "obligation/board/letter_documents.hpp"
#include "once/once.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// Number and day are the document's from here on.
document::OfficialDocument without_number(document::OfficialDocument letter)
{
    for (auto& annex : letter.annexes) annex.note.clear();
    return letter;
}

Result<std::string> drafted(Context& context, database::Transaction& transaction,
                            const http::Request& request, Watched watched)
{
    const bool is_report = request.raw("mau") == "bao-cao";
    const auto signer = TRY(request.maybe_integer("nguoi_ky", {.lowest = 1}));
    const auto list = TRY(late_list_of(transaction, std::move(watched)));
    if (list.agencies.empty()) return failure(Failure::conflict, "obligation.late.none");
    const auto& plan = list.watched.plan;
    const auto sender = TRY(sender_in(context, transaction, request, plan));
    const auto letter = is_report ? late_report(list, sender) : late_notice(list, sender);
    outgoing::NewDocument wanted{.agency = plan.coordinator,
                                 .kind = is_report ? "bao_cao" : "thong_bao",
                                 .content = without_number(letter),
                                 .source_module = std::string(letter_source),
                                 .source_object = plan.id.value};
    if (signer) wanted.signer = identity::SignerId{*signer};
    const auto document = TRY(outgoing::draft_document(context, transaction, wanted));
    return outgoing::path_of(document);
}

}  // namespace

Result<http::Response> post_late_document(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto watched = TRY(watched_in(context, transaction, request));
    auto key = TRY(once::key_from(request.raw(once::field)));
    const once::Sending sending{
        .purpose = "obligation.letter",
        .owner = watched.plan.id.value,
        .key = std::move(key),
        .content_sha256 = once::content_of(
            {watched.filter.query(), request.raw("mau"), request.raw("nguoi_ky")})};
    const auto draft = [&] { return drafted(context, transaction, request, std::move(watched)); };
    const auto path = TRY(once::run(transaction, sending, context.now(), draft));
    TRY(transaction.commit());
    return web::redirect_with(path, "obligation.late.drafted");
}

}  // namespace caicach::obligation
