#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendar/window.hpp"
#include "organisation/api.hpp"
#include "report/form/definition.hpp"
#include "report/ids.hpp"

/// What one agency reports of one period by one form: its state, the facts that people judge it by,
/// and what may be done with it. Pure.
namespace caicach::report
{

/// A period of a form that was opened, with its days.
struct ReportPeriod {
    PeriodId id{};
    std::string code{};  ///< public
    FormId form{};
    FormVersionId version_of_form{};  ///< of reports that nobody has begun
    std::string key{};                ///< "nd09:2026Q3"; "adhoc:CODE" of one that was asked for
    std::string title{};              ///< "quý III năm 2026"
    calendar::Window days{};
    calendar::Window data{};  ///< facts of these days count
    Date year_from{};         ///< from here on for numbers of the year to date
    Date due_on{};            ///< of all but the owner's own report
    std::string due_why{};
    std::optional<Date> locks_on{};
    std::string asked_by{};        ///< of a report that was asked for: who wants it
    std::string asked_document{};  ///< and by which document
    /// Keys of groups and codes of agencies that were asked; empty: those of the form.
    std::vector<std::string> reporters{};
    std::int64_t version{};

    [[nodiscard]] bool is_ad_hoc() const { return key.starts_with("adhoc:"); }
};

enum class State {
    expected,   ///< nobody has begun it
    draft,      ///< somebody fills it in
    submitted,  ///< sent; the collector has it
    checked,
    approved,
    returned,  ///< sent back, to be mended and sent again
    dropped,   ///< the agency need not report any more, and had written nothing
};

/// Three facts of a report are apart: whether it is complete, whether it came in time, whether it
/// is locked.
struct Report {
    ReportId id{};
    std::string code{};  ///< public
    PeriodId period{};
    FormId form{};
    FormVersionId version_of_form{};
    organisation::AgencyId agency{};
    organisation::AgencyId collector{};  ///< to whom it is sent
    State state{State::expected};
    Date due_on{};
    std::optional<Date> locks_on{};    ///< the last day for changes
    std::optional<Date> open_until{};  ///< unlocked once more, until this day is over
    std::string open_reason{};
    /// The agency need not report any more since that day; what it had written stays.
    std::optional<Date> not_asked_since{};
    std::optional<Instant> first_submitted_at{};
    std::optional<Instant> submitted_at{};  ///< the last time
    bool is_resent_late{};                  ///< sent anew after the due day
    SubmissionId current{};                 ///< 0: nothing was sent
    std::int64_t version{};

    /// It is sent, and was not sent back.
    [[nodiscard]] bool is_complete() const;
    /// Of the first sending, for that is what the due day asks for; nothing before it is sent.
    [[nodiscard]] std::optional<bool> is_on_time() const;
    /// It is owed still, and the due day is over.
    [[nodiscard]] bool is_overdue(Date today) const;
    /// Only corrections are taken: the lock day is over, and nothing opens it once more.
    [[nodiscard]] bool is_locked(Date today) const;

    friend bool operator==(const Report&, const Report&) = default;
};

enum class Act {
    fill,
    submit,
    recall,  ///< by who sent it, while nobody has checked it
    check,
    approve,
    send_back,
    reopen,   ///< an approved one is sent back
    correct,  ///< sends it anew though it is locked, with a reason
    extend,   ///< opens a locked one until a day, with a reason
    issue,    ///< makes the official document of what stands sent
};

/// What somebody may do at all with this report: by permissions on its agency and its collector.
struct Held {
    bool may_fill{};
    bool may_submit{};
    bool may_check{};
    bool may_approve{};
    bool may_unlock{};
    bool may_issue{};
};

/// What the report is after the act. conflict "report.flow.locked" where only the lock is in the
/// way, "report.flow.not_now" where its state is.
[[nodiscard]] Result<State> after(const Report& report, Act act, const FlowRule& flow, Date today);

/// What may be done now, in the order of Act: buttons of pages, and "may" of the API.
[[nodiscard]] std::vector<Act> acts(const Report& report, const FlowRule& flow, Date today,
                                    const Held& held);

[[nodiscard]] std::string_view name_of(State state);  ///< as it is stored: "expected"
[[nodiscard]] std::optional<State> state_from(std::string_view name);
[[nodiscard]] std::string_view name_of(Act act);  ///< "send_back"

}  // namespace caicach::report
