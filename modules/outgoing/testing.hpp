#pragma once
#include <string>
#include <string_view>

#include "manifest/context.hpp"
#include "outgoing/api.hpp"
#include "outgoing/number/series.hpp"

/// For tests of this module and of those below it.
namespace caicach::outgoing::testing
{

/// One series for all kinds of the agency with that code: "01/BC-SNV". Made once.
[[nodiscard]] inline Series series_of_agency(Context& context, std::string_view agency_code)
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    for (auto& one : MUST(series_of(transaction, agency.id)))
        if (one.validity.holds_on(context.today())) return std::move(one);
    auto series = MUST(add_series(context, transaction,
                                  {.agency = agency.id,
                                   .name = "Sổ văn bản đi",
                                   .symbol = "((loai))-" + std::string(agency_code),
                                   .from = *Date::create(2026, 1, 1)}));
    MUST(transaction.commit());
    return series;
}

/// A report by hand, not numbered yet, of the agency with that code.
[[nodiscard]] inline Document draft_of_agency(Context& context, std::string_view agency_code)
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    NewDocument wanted{.agency = agency.id, .kind = "bao_cao"};
    wanted.content.subject = "Báo cáo thử";
    wanted.content.body.emplace_back(document::official_paragraph("Đã làm xong."));
    auto document = MUST(draft_document(context, transaction, wanted));
    MUST(transaction.commit());
    return document;
}

}  // namespace caicach::outgoing::testing
