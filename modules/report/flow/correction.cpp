#include "report/flow/correction.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "json/value.hpp"
#include "report/filling/filled.hpp"
#include "report/filling/secret_marks.hpp"
#include "report/flow/keeping.hpp"
#include "report/flow/taking.hpp"

namespace caicach::report
{
namespace
{

Result<std::string> clean_reason(std::string_view typed, Date today)
{
    auto reason = TRY(reason_from(typed));
    if (bears_secret_mark(reason, today))
        return failure(Failure::invalid, "report.secret.marked", "ly_do");
    return reason;
}

/// Whether two submissions say the same: their numbers with the facts behind them, tables, texts
/// and files.
Result<bool> say_the_same(database::Transaction& transaction, SubmissionId one, SubmissionId other)
{
    SubmissionStore store{transaction};
    const auto first = TRY(store.content(one));
    const auto second = TRY(store.content(other));
    const auto before = TRY(json::parse(first));
    const auto after = TRY(json::parse(second));
    constexpr std::array<std::string_view, 4> parts{"indicators", "tables", "texts", "files"};
    return std::ranges::all_of(parts,
                               [&](std::string_view part) { return before[part] == after[part]; });
}

}  // namespace

Result<Corrected> correct(Context& context, database::Transaction& transaction, Report& report,
                          const Correction& correction)
{
    Taking taking{context, transaction, report};
    TRY(taking.begin_as_sender(Act::correct));
    Corrected done;
    done.cells = TRY(correct_cells(context, transaction, report, correction.changes));
    if (!done.cells.faults.empty() || !done.cells.contested.empty()) return done;
    const auto reason = TRY(clean_reason(correction.reason, context.today()));
    if (!correction.says_no_secret)
        return failure(Failure::invalid, "report.secret.not_confirmed", "khong_mat");
    const auto filled = TRY(filled_of(context, transaction, report));
    const auto faults = faults_of(filled);
    if (std::ranges::find(faults, Weight::stops, &Fault::weight) != faults.end())
        return failure(Failure::invalid, "report.flow.faults");
    const auto last = report.current;
    const bool was_returned = !report.is_complete();
    auto submission = TRY(freeze_and_keep(context, transaction, filled, Sent::correction, reason));
    // What was sent back may be right all the same: its sender says so in the reason.
    const bool is_same = TRY(say_the_same(transaction, last, submission.id));
    if (is_same && !was_returned)
        return failure(Failure::invalid, "report.correction.nothing_changed");
    if (was_returned && context.today() > report.due_on) report.is_resent_late = true;
    TRY(let_stand(context, transaction, report, filled, submission));
    TRY(taking.end_sent(StepKind::corrected, reason, submission));
    done.submission = std::move(submission);
    return done;
}

}  // namespace caicach::report
