#pragma once
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "evidence/api.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/assignment/assignment.hpp"
#include "obligation/assignment/assignment_views.hpp"
#include "obligation/cascade/part_shown.hpp"
#include "obligation/draft/result_form.hpp"
#include "obligation/explanation.hpp"
#include "obligation/inbox.hpp"
#include "obligation/inherited.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/obstacle/obstacle_views.hpp"
#include "obligation/own_plan/own_plan_views.hpp"
#include "obligation/proposal/proposal_waiting.hpp"
#include "obligation/reminder/progress_views.hpp"
#include "obligation/reminder/reminder_views.hpp"
#include "obligation/saved_view/saved_view_part.hpp"
#include "obligation/uncounting.hpp"

namespace caicach::obligation
{

/// The inbox of one agency.
struct InboxPage {
    std::string agency{};
    Box box{Box::urgent};
    bool only_mine{};
    plan::PlanSummary plan{};  ///< whose alone; empty: all plans
    BoxCounts counts{};
    std::vector<Task> tasks{};
    std::set<ObligationId> told_late{};  ///< done in time, told to the system after the last day
    OfficerNames officers{};
    GiverNames givers{};
    std::vector<Inherited> inherited{};  ///< beside `tasks`, of agencies that ended
    bool may_hand_on{};
    std::string next_path{};
    ViewsPart views{};
    bool may_report{};
    std::unordered_set<std::int64_t> drafts{};  ///< obligations that have one
    WaitingLines proposals{};                   ///< parts of work that wait for an answer
    std::string numbers{};  ///< which numbers of targets are missing; empty: none
};
/// What the page shows, whole, as CSV.
[[nodiscard]] std::string inbox_export_path(const InboxPage& page);
[[nodiscard]] http::Response inbox_page(const Context& context, const InboxPage& page);

/// A fact that counts, with the file that proves it.
struct CountedFact {
    Count count{};
    evidence::RecordedFact fact{};
    std::string file_name{};
    std::string file_path{};
    std::string why{};
    std::string about{};  ///< whom an inspection looked at, in words
};

struct TaskPage {
    Task task{};
    std::string agency{};
    std::string heirs{};  ///< who answers for it now, where the agency ended
    plan::PlanSummary plan{};
    std::vector<std::string> stated_at{};  ///< other places of the plan that state the same
    std::string due_why{};                 ///< why it is due that day; empty: its plan said so once
    std::vector<CountedFact> facts{};
    std::vector<NotCounted> not_counted{};  ///< that somebody may look for here
    UncountingPart uncounting{};
    AssignmentPart assignment{};
    CascadePart cascade{};
    ObstaclePart obstacles{};
    std::optional<OwnPlan> own_plan{};
    std::vector<ShownReminder> reminders{};
    ProgressPart progress{};
    std::string target_path{};  ///< of a target's obligation: how far the target is
    bool may_report{};
    bool may_excuse{};
    ResultForm result{};  ///< where one may report
    std::string reason{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response task_page(const Context& context, const TaskPage& page);

}  // namespace caicach::obligation
