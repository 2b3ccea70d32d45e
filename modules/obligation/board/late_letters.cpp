#include "obligation/board/late_letters.hpp"

#include <utility>

#include "obligation/board/late_list.hpp"

namespace caicach::obligation
{
namespace
{

using Letter = document::OfficialDocument (*)(const LateList&, const Sender&);

Result<http::Response> download(Context& context, const http::Request& request, Letter letter)
{
    auto transaction = TRY(context.read());
    auto watched = TRY(watched_in(context, transaction, request));
    const auto list = TRY(late_list_of(transaction, std::move(watched)));
    if (list.agencies.empty()) return failure(Failure::conflict, "obligation.late.none");
    const auto& plan = list.watched.plan;
    const auto sender = TRY(sender_in(context, transaction, request, plan));
    return docx_download(letter(list, sender), "cơ quan chậm", plan);
}

}  // namespace

Result<http::Response> download_late_notice(Context& context, const http::Request& request)
{
    return download(context, request, late_notice);
}

Result<http::Response> download_late_letter(Context& context, const http::Request& request)
{
    const bool is_report = request.query("mau").value_or("") == "bao-cao";
    return download(context, request, is_report ? late_report : late_notice);
}

}  // namespace caicach::obligation
