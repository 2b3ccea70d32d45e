#include "obligation/board/late_letters.hpp"

#include <algorithm>
#include <utility>

#include "obligation/board/downloads.hpp"
#include "obligation/board/late_list.hpp"

namespace caicach::obligation
{
namespace
{

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

using Letter = document::OfficialDocument (*)(const LateList&, const organisation::Letterhead&,
                                              const identity::SignatureBlock&);

Result<http::Response> download(Context& context, const http::Request& request, Letter letter)
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
    const auto draft = letter(list, head, signature);
    auto bytes = TRY(document::write_docx(draft));
    http::Response response{200, document::docx_type, std::move(bytes)};
    const auto name = file_name_of(draft.kind + " cơ quan chậm", list.watched.plan);
    return response.set_download_name(name + ".docx");
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
