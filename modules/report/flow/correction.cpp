#include "report/flow/correction.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "json/value.hpp"
#include "report/filling/filled.hpp"
#include "report/filling/report_files.hpp"
#include "report/filling/secret_marks.hpp"
#include "report/flow/corrected_rows.hpp"
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

/// What is refused of cells as they are kept, said of the cells that the page has.
std::vector<RefusedCell> refused_of(const std::vector<Fault>& faults,
                                    const std::vector<KeptChange>& changes)
{
    std::vector<RefusedCell> refused;
    for (const auto& fault : faults) {
        const auto found = std::ranges::find_if(changes, [&](const KeptChange& one) {
            return one.kept.field == fault.field && one.kept.row == fault.row;
        });
        if (found != changes.end())
            refused.push_back({found->shown, found->is_of_new_row, fault.text});
    }
    return refused;
}

/// Rows first: then each cell has one to stand in.
Result<Corrected> change(Context& context, database::Transaction& transaction, const Report& report,
                         const Correction& correction)
{
    const auto changes = TRY(correct_rows(context, transaction, report, correction));
    std::vector<CellChange> kept;
    kept.reserve(changes.size());
    for (const auto& one : changes) kept.push_back(one.kept);
    const auto saved = TRY(correct_cells(context, transaction, report, kept));
    Corrected done{.refused = refused_of(saved.faults, changes),
                   .is_contested = !saved.contested.empty()};
    for (const auto& code : correction.dropped_files)
        TRY(leave_out_file(context, transaction, report, code));
    for (const auto& file : correction.new_files) TRY(add_file(context, transaction, report, file));
    return done;
}

}  // namespace

Result<Corrected> correct(Context& context, database::Transaction& transaction, Report& report,
                          const Correction& correction)
{
    Taking taking{context, transaction, report};
    TRY(taking.begin_as_sender(Act::correct));
    auto done = TRY(change(context, transaction, report, correction));
    if (!done.refused.empty() || done.is_contested) return done;
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
