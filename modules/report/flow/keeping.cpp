#include "report/flow/keeping.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "crypto/public_code.hpp"
#include "evidence/api.hpp"
#include "report/flow/freezing.hpp"
#include "report/flow/late_fact.hpp"
#include "report/flow/step.hpp"
#include "report/flow/value_writing.hpp"
#include "report/form/form_store.hpp"
#include "report/limits.hpp"

namespace caicach::report
{
namespace
{

using FactsByIndicator = std::map<std::string, evidence::FactCodes>;

/// Of the indicators of one span: all are asked of at once.
Result<void> add_facts(Context& context, database::Transaction& transaction, const Filled& filled,
                       Span span, std::span<const evidence::Figure> known, FactsByIndicator& facts)
{
    std::vector<const Indicator*> asking;
    std::vector<std::string> figures;
    for (const auto& one : filled.indicators) {
        const auto& indicator = *one.indicator;
        if (indicator.span != span || !one.computed || one.computed->is_told) continue;
        if (std::ranges::find(known, indicator.figure, &evidence::Figure::key) == known.end())
            continue;
        asking.push_back(&indicator);
        figures.push_back(indicator.figure);
    }
    if (figures.empty()) return {};
    const auto& period = filled.period;
    const bool is_of_year = span == Span::year_to_date;
    const calendar::Window window{is_of_year ? period.year_from : period.data.from, period.data.to};
    auto codes = TRY(evidence::fact_codes_of(
        context, transaction, figures,
        {.agency = filled.report.agency, .window = window, .day = period.data.to},
        limits::fact_codes_max));
    for (std::size_t i = 0; i < asking.size(); ++i)
        facts.emplace(asking[i]->key, std::move(codes[i]));
    return {};
}

/// Keys of facts are those of figures of evidence; what others tell has none.
Result<FactsByIndicator> facts_of(Context& context, database::Transaction& transaction,
                                  const Filled& filled)
{
    FactsByIndicator facts;
    const auto known = TRY(evidence::figures(context, transaction));
    for (const auto span : {Span::period, Span::year_to_date})
        TRY(add_facts(context, transaction, filled, span, known, facts));
    return facts;
}

/// Whose submissions are in it, by the codes of their agencies.
Result<std::vector<Freezing::Reporter>> reporters_of(database::Transaction& transaction,
                                                     const Filled& filled)
{
    std::vector<Freezing::Reporter> reporters;
    reporters.reserve(filled.reporters.size());
    for (const auto& one : filled.reporters) {
        if (one.report.state == State::dropped) continue;
        const auto agency =
            TRY(organisation::agency_by_id(transaction, one.report.agency, filled.period.due_on));
        reporters.push_back({.agency = agency.code,
                             .receipt = one.report.is_complete() ? one.receipt : std::string{},
                             .counts = one.counts});
    }
    return reporters;
}

Result<Freezing> freezing_of(Context& context, database::Transaction& transaction,
                             const Filled& filled, const Submission& submission,
                             const std::vector<Submission>& before)
{
    const auto& report = filled.report;
    const auto day = filled.period.due_on;
    const auto agency = TRY(organisation::agency_by_id(transaction, report.agency, day));
    const auto collector = TRY(organisation::agency_by_id(transaction, report.collector, day));
    const auto version = TRY(FormStore{transaction}.version(report.version_of_form));
    Freezing as{.receipt = submission.code,
                .number = submission.number,
                .kind = submission.kind,
                .reason = submission.reason,
                .sent_at = submission.sent_at,
                .form_version = version.number,
                .form_sha256 = version.sha256,
                .agency = agency.code,
                .collector = collector.code};
    as.facts = TRY(facts_of(context, transaction, filled));
    for (const auto& file : filled.files) as.files.push_back({file.name, file.sha256});
    as.reporters = TRY(reporters_of(transaction, filled));
    if (!before.empty())
        as.previous = Freezing::Previous{before.front().code, before.front().sha256};
    return as;
}

}  // namespace

Result<Submission> freeze_and_keep(Context& context, database::Transaction& transaction,
                                   const Filled& filled, Sent sent, const std::string& reason)
{
    SubmissionStore store{transaction};
    const auto before = TRY(store.of_report(filled.report.id));
    if (std::ssize(before) >= limits::submissions_max)
        return failure(Failure::conflict, "report.flow.too_many");
    Submission submission{.id = make_id<SubmissionId>(),
                          .report = filled.report.id,
                          .number = before.empty() ? 1 : before.front().number + 1,
                          .kind = before.empty() ? "first" : "again",
                          .code = crypto::make_public_code(),
                          .version_of_form = filled.report.version_of_form,
                          .sent_at = context.now(),
                          .account = context.actor().account,
                          .reason = reason};
    if (sent == Sent::correction) submission.kind = correction_kind;
    const auto as = TRY(freezing_of(context, transaction, filled, submission, before));
    const auto snapshot = TRY(freeze(filled, as));
    submission.sha256 = snapshot.sha256;
    TRY(store.insert(submission, snapshot.text));
    return submission;
}

Result<void> let_stand(Context& context, database::Transaction& transaction, Report& report,
                       const Filled& filled, const Submission& submission)
{
    report.current = submission.id;
    report.submitted_at = submission.sent_at;
    TRY(write_values(transaction, report, filled));
    TRY(settle_late_facts(transaction, report.id, submission.id));
    return StepStore{transaction}.settle_remarks(report.id, context.now());
}

}  // namespace caicach::report
