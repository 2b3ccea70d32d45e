#include "report/flow/taking.hpp"

#include <algorithm>

#include "report/flow/news.hpp"
#include "report/flow/sent_fact.hpp"
#include "report/form/form_cache.hpp"
#include "report/limits.hpp"
#include "report/permissions.hpp"
#include "report/report_store.hpp"
#include "text/text.hpp"

namespace caicach::report
{

Result<void> Taking::begin_as_sender(Act act)
{
    TRY(load());
    TRY(m_context.require(m_flow.needs_head ? sign_off_reports : submit_reports,
                          organisation::scope_of(m_report.agency)));
    return begin(act);
}

Result<void> Taking::begin_as_collector(Act act, const Permission& permission)
{
    TRY(load());
    TRY(m_context.require(permission, organisation::scope_of(m_report.collector)));
    return begin(act);
}

Result<void> Taking::require_second_person()
{
    if (!m_flow.needs_second_person) return {};
    const auto sent = TRY(SubmissionStore{m_transaction}.of_report(m_report.id));
    const auto current = std::ranges::find(sent, m_report.current, &Submission::id);
    if (current != sent.end() && current->account == m_context.actor().account)
        return failure(Failure::forbidden, "report.flow.second_person");
    return {};
}

Result<void> Taking::end(StepKind kind, std::string_view text, const json::Value& detail)
{
    TRY(keep(kind, text, detail));
    return follow_with_fact(m_context, m_transaction, m_report, *m_definition, {});
}

Result<void> Taking::end_sent(StepKind kind, std::string_view text, const Submission& submission)
{
    TRY(keep(
        kind, text,
        json::Value::object().set("receipt", submission.code).set("sha256", submission.sha256)));
    return follow_with_fact(m_context, m_transaction, m_report, *m_definition, submission.sha256);
}

Result<void> Taking::keep(StepKind kind, std::string_view text, const json::Value& detail)
{
    m_report.state = m_next;
    TRY(ReportStore{m_transaction}.save(m_report));
    ++m_report.version;
    const auto& actor = m_context.actor();
    TRY(StepStore{m_transaction}.add(m_report.id, {.kind = kind,
                                                   .text = std::string{text},
                                                   .account = actor.account,
                                                   .agency = organisation::agency_of(actor.agency),
                                                   .taken_at = m_context.now()}));
    const auto action = "report." + std::string{name_of(kind)};
    TRY(m_context.record(m_transaction, action, "report.report", m_report.id.value,
                         json::dump(detail)));
    return tell_of_step(m_context, m_transaction, m_report, *m_definition, kind, text);
}

Result<void> Taking::load()
{
    m_definition = TRY(form_content(m_transaction, m_report.version_of_form));
    m_flow = m_definition->flow;
    return {};
}

Result<void> Taking::begin(Act act)
{
    m_next = TRY(after(m_report, act, m_flow, m_context.today()));
    return {};
}

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

}  // namespace caicach::report
