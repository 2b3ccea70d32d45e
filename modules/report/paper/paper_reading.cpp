#include "report/paper/paper_reading.hpp"

#include <algorithm>
#include <utility>

#include "document/official_outline.hpp"
#include "organisation/api.hpp"
#include "report/flow/submission.hpp"
#include "report/paper/sent_report.hpp"

namespace caicach::report
{
namespace
{

/// Who reported may have ended since.
Date paper_day(const Context& context, const Report& report)
{
    const bool is_sent = report.is_complete() && report.submitted_at;
    return is_sent ? Date::of(*report.submitted_at) : context.today();
}

}  // namespace

Result<PaperNames> names_of(const Context& context, database::Transaction& transaction,
                            const Report& report)
{
    const auto day = paper_day(context, report);
    const auto agency = TRY(organisation::agency_by_id(transaction, report.agency, day));
    const auto collector = TRY(organisation::agency_by_id(transaction, report.collector, day));
    return PaperNames{.agency = agency.name, .collector = collector.name};
}

Result<Filled> standing_report(Context& context, database::Transaction& transaction,
                               const Report& report)
{
    if (!report.is_complete()) return filled_of(context, transaction, report);
    const auto sent = TRY(SubmissionStore{transaction}.find(report.current));
    return sent_report(transaction, report, sent);
}

Result<document::OfficialDocument> unnumbered_paper(Context& context,
                                                    database::Transaction& transaction,
                                                    const Filled& filled)
{
    const auto& report = filled.report;
    const auto names = TRY(names_of(context, transaction, report));
    auto paper = report_paper(filled, names);
    const auto day = paper_day(context, report);
    auto head = TRY(organisation::letterhead_of(context, transaction, report.agency, day));
    const auto symbol = filled.definition->document_kind + "-" + head.mark;
    paper.number = document::official_number(0, symbol);
    paper.parent = std::move(head.parent);
    paper.issuer = std::move(head.issuer);
    paper.place = std::move(head.place);
    return paper;
}

}  // namespace caicach::report
