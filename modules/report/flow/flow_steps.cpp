#include "report/flow/flow_steps.hpp"

#include <algorithm>

#include "json/value.hpp"
#include "report/filling/filled.hpp"
#include "report/flow/keeping.hpp"
#include "report/flow/news.hpp"
#include "report/flow/step.hpp"
#include "report/flow/taking.hpp"
#include "report/flow/value_writing.hpp"
#include "report/limits.hpp"
#include "report/permissions.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

bool has_part(const Definition& definition, std::string_view key)
{
    return std::ranges::any_of(definition.sections, [&](const Section& section) {
        return std::ranges::any_of(section.parts,
                                   [&](const Part& part) { return key_of(part) == key; });
    });
}

/// Those that say something; how many.
Result<int> keep_remarks(Context& context, database::Transaction& transaction,
                         const Definition& definition, const Report& report,
                         const std::map<std::string, std::string>& remarks)
{
    StepStore steps{transaction};
    const auto before = TRY(steps.all_remarks(report.id));
    const auto& actor = context.actor();
    int kept = 0;
    for (const auto& [field, text] : remarks) {
        if (text::trim(text).empty()) continue;
        if (!has_part(definition, field))
            return failure(Failure::invalid, "report.flow.remark_field", field);
        if (std::ssize(before) + kept >= limits::remarks_max)
            return failure(Failure::conflict, "report.flow.too_many_remarks");
        const auto said = TRY(reason_from(text));
        TRY(steps.add(report.id, report.current,
                      Remark{.field = field,
                             .text = said,
                             .account = actor.account,
                             .agency = organisation::agency_of(actor.agency),
                             .taken_at = context.now()}));
        ++kept;
    }
    return kept;
}

}  // namespace

Result<Submission> submit(Context& context, database::Transaction& transaction, Report& report,
                          bool says_no_secret)
{
    Taking taking{context, transaction, report};
    TRY(taking.begin_as_sender(Act::submit));
    if (!says_no_secret)
        return failure(Failure::invalid, "report.secret.not_confirmed", "khong_mat");
    const auto filled = TRY(filled_of(context, transaction, report));
    const auto faults = faults_of(filled);
    if (std::ranges::find(faults, Weight::stops, &Fault::weight) != faults.end())
        return failure(Failure::invalid, "report.flow.faults");
    auto submission = TRY(freeze_and_keep(context, transaction, filled, Sent::usual, {}));
    if (!report.first_submitted_at) {
        report.first_submitted_at = submission.sent_at;
    } else if (context.today() > report.due_on) {
        report.is_resent_late = true;
    }
    TRY(let_stand(context, transaction, report, filled, submission));
    TRY(taking.end_sent(StepKind::submitted, {}, submission));
    return submission;
}

Result<void> recall(Context& context, database::Transaction& transaction, Report& report)
{
    Taking taking{context, transaction, report};
    TRY(taking.begin_as_sender(Act::recall));
    TRY(remove_values(transaction, report.id));
    return taking.end(StepKind::recalled, {}, json::Value::object());
}

Result<void> check_report(Context& context, database::Transaction& transaction, Report& report,
                          std::string_view note)
{
    Taking taking{context, transaction, report};
    TRY(taking.begin_as_collector(Act::check, check_reports));
    TRY(taking.require_second_person());
    const auto said = TRY(note_from(note));
    return taking.end(StepKind::checked, said, json::Value::object());
}

Result<void> approve(Context& context, database::Transaction& transaction, Report& report,
                     std::string_view note)
{
    Taking taking{context, transaction, report};
    TRY(taking.begin_as_collector(Act::approve, approve_reports));
    TRY(taking.require_second_person());
    const auto said = TRY(note_from(note));
    return taking.end(StepKind::approved, said, json::Value::object());
}

Result<void> send_back(Context& context, database::Transaction& transaction, Report& report,
                       std::string_view reason, const std::map<std::string, std::string>& remarks)
{
    Taking taking{context, transaction, report};
    TRY(taking.begin_as_collector(Act::send_back, check_reports));
    const int kept = TRY(keep_remarks(context, transaction, taking.definition(), report, remarks));
    const auto said = TRY(kept == 0 ? reason_from(reason) : note_from(reason));
    TRY(remove_values(transaction, report.id));
    return taking.end(StepKind::sent_back, said, json::Value::object().set("remarks", kept));
}

Result<void> add_remarks(Context& context, database::Transaction& transaction, Report& report,
                         const std::map<std::string, std::string>& remarks)
{
    Taking taking{context, transaction, report};
    TRY(taking.begin_as_collector(Act::send_back, check_reports));
    const int kept = TRY(keep_remarks(context, transaction, taking.definition(), report, remarks));
    if (kept == 0) return failure(Failure::invalid, "report.flow.remark_missing");
    TRY(context.record(transaction, "report.remarked", "report.report", report.id.value,
                       json::dump(json::Value::object().set("remarks", kept))));
    return tell_of_remarks(context, transaction, report, taking.definition());
}

Result<void> require_settling(const Context& context, const Report& report)
{
    if (context.may(check_reports, organisation::scope_of(report.collector))) return {};
    return context.require(fill_reports, organisation::scope_of(report.agency));
}

Result<void> settle_remark(Context& context, database::Transaction& transaction,
                           const Report& report, std::int64_t number)
{
    TRY(require_settling(context, report));
    StepStore store{transaction};
    const auto all = TRY(store.all_remarks(report.id));
    if (number < 1 || number > std::ssize(all))
        return failure(Failure::not_found, "report.flow.remark_unknown");
    const auto& remark = all[static_cast<std::size_t>(number) - 1];
    if (remark.settled_at) return failure(Failure::conflict, "report.flow.remark_settled");
    TRY(store.settle_remark(remark.id, context.now()));
    return context.record(transaction, "report.remark_settled", "report.report", report.id.value,
                          json::dump(json::Value::object().set("number", number)));
}

Result<void> reopen(Context& context, database::Transaction& transaction, Report& report,
                    std::string_view reason)
{
    Taking taking{context, transaction, report};
    TRY(taking.begin_as_collector(Act::reopen, approve_reports));
    const auto said = TRY(reason_from(reason));
    TRY(remove_values(transaction, report.id));
    return taking.end(StepKind::reopened, said, json::Value::object());
}

Result<void> extend(Context& context, database::Transaction& transaction, Report& report,
                    Date until, std::string_view reason)
{
    Taking taking{context, transaction, report};
    TRY(taking.begin_as_collector(Act::extend, unlock_reports));
    const auto said = TRY(reason_from(reason));
    if (until < context.today())
        return failure(Failure::invalid, "report.flow.day_past", "den_ngay");
    report.open_until = until;
    report.open_reason = said;
    return taking.end(StepKind::extended, said, json::Value::object().set("until", until.iso()));
}

}  // namespace caicach::report
