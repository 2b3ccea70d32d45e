#include "report/flow/flow_steps.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "crypto/public_code.hpp"
#include "evidence/api.hpp"
#include "json/value.hpp"
#include "report/filling/filled.hpp"
#include "report/flow/freezing.hpp"
#include "report/flow/step.hpp"
#include "report/flow/value_writing.hpp"
#include "report/form/form_store.hpp"
#include "report/limits.hpp"
#include "report/permissions.hpp"
#include "report/report_store.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

/// Keys of facts are those of figures of evidence; what others tell has none.
Result<std::map<std::string, evidence::FactCodes>> facts_of(Context& context,
                                                            database::Transaction& transaction,
                                                            const Filled& filled)
{
    std::map<std::string, evidence::FactCodes> facts;
    const auto& period = filled.period;
    const auto known = TRY(evidence::figures(context, transaction));
    const auto is_counted = [&](const std::string& key) {
        return std::ranges::find(known, key, &evidence::Figure::key) != known.end();
    };
    for (const auto& one : filled.indicators) {
        const auto& indicator = *one.indicator;
        if (!one.computed || one.computed->is_told || !is_counted(indicator.figure)) continue;
        const bool is_of_year = indicator.span == Span::year_to_date;
        const calendar::Window window{is_of_year ? period.year_from : period.data.from,
                                      period.data.to};
        facts[indicator.key] = TRY(evidence::fact_codes_of(
            context, transaction, indicator.figure,
            {.agency = filled.report.agency, .window = window, .day = period.data.to},
            limits::fact_codes_max));
    }
    return facts;
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
                .sent_at = submission.sent_at,
                .form_version = version.number,
                .form_sha256 = version.sha256,
                .agency = agency.code,
                .collector = collector.code};
    as.facts = TRY(facts_of(context, transaction, filled));
    for (const auto& file : filled.files) as.files.push_back({file.name, file.sha256});
    if (!before.empty())
        as.previous = Freezing::Previous{before.front().code, before.front().sha256};
    return as;
}

/// One step, from the question whether it may be done to the line in the audit.
class Taking
{
public:
    Taking(Context& context, database::Transaction& transaction, Report& report)
        : m_context(context), m_transaction(transaction), m_report(report)
    {
    }

    /// By who may send reports of the agency; its form says whether only the head does.
    Result<void> begin_as_sender(Act act)
    {
        TRY(load());
        TRY(m_context.require(m_flow.needs_head ? sign_off_reports : submit_reports,
                              organisation::scope_of(m_report.agency)));
        return begin(act);
    }
    Result<void> begin_as_collector(Act act, const Permission& permission)
    {
        TRY(load());
        TRY(m_context.require(permission, organisation::scope_of(m_report.collector)));
        return begin(act);
    }
    [[nodiscard]] const Definition& definition() const { return m_definition; }

    /// What was sent is looked at by somebody else, where the form asks for it.
    Result<void> require_second_person()
    {
        if (!m_flow.needs_second_person) return {};
        const auto sent = TRY(SubmissionStore{m_transaction}.of_report(m_report.id));
        const auto current = std::ranges::find(sent, m_report.current, &Submission::id);
        if (current != sent.end() && current->account == m_context.actor().account)
            return failure(Failure::forbidden, "report.flow.second_person");
        return {};
    }

    Result<void> end(StepKind kind, std::string_view text, const json::Value& detail)
    {
        m_report.state = m_next;
        TRY(ReportStore{m_transaction}.save(m_report));
        ++m_report.version;
        const auto& actor = m_context.actor();
        TRY(StepStore{m_transaction}.add(m_report.id,
                                         {.kind = kind,
                                          .text = std::string{text},
                                          .account = actor.account,
                                          .agency = organisation::agency_of(actor.agency),
                                          .taken_at = m_context.now()}));
        const auto action = "report." + std::string{name_of(kind)};
        return m_context.record(m_transaction, action, "report.report", m_report.id.value,
                                json::dump(detail));
    }

private:
    Result<void> load()
    {
        m_definition = TRY(FormStore{m_transaction}.definition(m_report.version_of_form));
        m_flow = m_definition.flow;
        return {};
    }
    Result<void> begin(Act act)
    {
        m_next = TRY(after(m_report, act, m_flow, m_context.today()));
        return {};
    }

    Context& m_context;
    database::Transaction& m_transaction;
    Report& m_report;
    Definition m_definition{};
    FlowRule m_flow{};
    State m_next{};
};

Result<std::string> reason_from(std::string_view typed)
{
    auto reason = std::string{text::trim(text::nfc(typed))};
    if (reason.empty()) return failure(Failure::invalid, "report.flow.reason_missing", "ly_do");
    if (text::length(reason) > limits::reason_length_max)
        return failure(Failure::invalid, "report.flow.reason_too_long", "ly_do",
                       {std::to_string(limits::reason_length_max)});
    return reason;
}

Result<std::string> note_from(std::string_view typed)
{
    if (text::trim(typed).empty()) return std::string{};
    return reason_from(typed);
}

bool has_part(const Definition& definition, std::string_view key)
{
    return std::ranges::any_of(definition.sections, [&](const Section& section) {
        return std::ranges::any_of(section.parts,
                                   [&](const Part& part) { return key_of(part) == key; });
    });
}

Result<Submission> freeze_and_keep(Context& context, database::Transaction& transaction,
                                   const Filled& filled)
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
                          .account = context.actor().account};
    const auto as = TRY(freezing_of(context, transaction, filled, submission, before));
    const auto snapshot = TRY(freeze(filled, as));
    submission.sha256 = snapshot.sha256;
    TRY(store.insert(submission, snapshot.text));
    return submission;
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
    auto submission = TRY(freeze_and_keep(context, transaction, filled));
    report.current = submission.id;
    report.submitted_at = submission.sent_at;
    if (!report.first_submitted_at) {
        report.first_submitted_at = submission.sent_at;
    } else if (context.today() > report.due_on) {
        report.is_resent_late = true;
    }
    TRY(write_values(transaction, report, filled));
    TRY(StepStore{transaction}.settle_remarks(report.id, context.now()));
    TRY(taking.end(
        StepKind::submitted, {},
        json::Value::object().set("receipt", submission.code).set("sha256", submission.sha256)));
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
    StepStore steps{transaction};
    const auto& actor = context.actor();
    int kept = 0;
    for (const auto& [field, text] : remarks) {
        if (text::trim(text).empty()) continue;
        if (!has_part(taking.definition(), field))
            return failure(Failure::invalid, "report.flow.remark_field", field);
        const auto said = TRY(reason_from(text));
        TRY(steps.add(report.id, report.current,
                      Remark{.field = field,
                             .text = said,
                             .account = actor.account,
                             .agency = organisation::agency_of(actor.agency),
                             .taken_at = context.now()}));
        ++kept;
    }
    const auto said = TRY(kept == 0 ? reason_from(reason) : note_from(reason));
    TRY(remove_values(transaction, report.id));
    return taking.end(StepKind::sent_back, said, json::Value::object().set("remarks", kept));
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
