#pragma once
#include <string>
#include <string_view>

#include "json/value.hpp"
#include "manifest/context.hpp"
#include "report/flow/step.hpp"
#include "report/flow/submission.hpp"
#include "report/form/form_cache.hpp"
#include "report/report.hpp"

namespace caicach::report
{

/// One step of a report that is held, from the question whether it may be done to the line in the
/// audit.
class Taking
{
public:
    Taking(Context& context, database::Transaction& transaction, Report& report)
        : m_context(context), m_transaction(transaction), m_report(report)
    {
    }

    /// By who may send reports of the agency; its form says whether only the head does.
    [[nodiscard]] Result<void> begin_as_sender(Act act);
    [[nodiscard]] Result<void> begin_as_collector(Act act, const Permission& permission);
    [[nodiscard]] const Definition& definition() const { return *m_definition; }

    /// What was sent is looked at by somebody else, where the form asks for it: forbidden
    /// "report.flow.second_person".
    [[nodiscard]] Result<void> require_second_person();

    [[nodiscard]] Result<void> end(StepKind kind, std::string_view text, const json::Value& detail);
    /// The same of a step behind which the report says what was frozen under that hash.
    [[nodiscard]] Result<void> end_sent(StepKind kind, std::string_view text,
                                        const Submission& submission);

private:
    [[nodiscard]] Result<void> load();
    [[nodiscard]] Result<void> begin(Act act);
    [[nodiscard]] Result<void> keep(StepKind kind, std::string_view text,
                                    const json::Value& detail);

    Context& m_context;
    database::Transaction& m_transaction;
    Report& m_report;
    FormContent m_definition{};
    FlowRule m_flow{};
    State m_next{};
};

/// What somebody gives as a reason, clean. invalid "report.flow.reason_missing",
/// "report.flow.reason_too_long" (ly_do).
[[nodiscard]] Result<std::string> reason_from(std::string_view typed);
/// The same of what may be left out.
[[nodiscard]] Result<std::string> note_from(std::string_view typed);

}  // namespace caicach::report
