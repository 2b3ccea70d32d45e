#pragma once
#include <string>
#include <string_view>

#include "document/official_document.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"
#include "obligation/board/table.hpp"
#include "plan/api.hpp"

/// What drafts of official letters about a plan have in common.
namespace caicach::obligation
{

/// Of the agency that coordinates the plan: as of today, and who is to sign.
struct Sender {
    organisation::Letterhead head{};
    identity::SignatureBlock signature{};
};
/// "nguoi_ky" in the query is one of those who might sign today; without it the first of them.
/// invalid "obligation.late.signer".
[[nodiscard]] Result<Sender> sender_in(const Context& context, database::Transaction& transaction,
                                       const http::Request& request, const plan::PlanSummary& plan);

/// Head and signature, without number, kind and words. Pure.
[[nodiscard]] document::OfficialDocument letter_from(const Sender& sender, Date today);
/// To whom one reports: the committee above.
[[nodiscard]] std::string above_of(const Sender& sender);
/// The same table as on a page, its rows numbered; wide columns have that share of the width, the
/// others half of it.
[[nodiscard]] document::OfficialTable official_table(const BoardTable& table, int wide_share);
/// "12 việc quá hạn"
[[nodiscard]] std::string counted(std::int64_t number, std::string_view what);
/// "(Kèm theo Báo cáo số      /BC-SNV của Sở Nội vụ)"
[[nodiscard]] std::string annex_note(const document::OfficialDocument& letter);

/// The file is named for what it is about and the plan.
[[nodiscard]] Result<http::Response> docx_download(const document::OfficialDocument& letter,
                                                   std::string_view about,
                                                   const plan::PlanSummary& plan);

}  // namespace caicach::obligation
