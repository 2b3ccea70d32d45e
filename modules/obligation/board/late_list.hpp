#pragma once
#include <cstdint>
#include <map>
#include <vector>

#include "obligation/board/board.hpp"
#include "obligation/board/official_letter.hpp"
#include "obligation/board/table.hpp"
#include "obligation/inbox.hpp"
#include "obligation/reminder/reminder.hpp"

/// Which agencies do not perform, or did so too late; and the notice that tells them.
namespace caicach::obligation
{

/// One agency with its obligations, the longest overdue first.
struct LateAgency {
    organisation::AgencySummary agency{};
    std::vector<Task> overdue{};
    std::vector<Task> late{};  ///< done, after their day
};

/// Who has most overdue stands first. Requested work is never in it, excused work neither. Narrowed
/// by the filter's month, agency, kind, item and area.
struct LateList {
    Watched watched{};
    std::vector<LateAgency> agencies{};
    std::int64_t overdue{};
    std::int64_t late{};
    std::int64_t excused{};                            ///< due by now and left out
    std::map<ObligationId, std::int64_t> obstacles{};  ///< raised about it and not closed
    std::map<ObligationId, SaidProgress> progress{};   ///< of the overdue: what agencies said last
    bool is_cut{};  ///< there are more than limits::late_tasks_max
};
[[nodiscard]] Result<LateList> late_list_of(database::Transaction& transaction, Watched watched);

/// Days between the day of an obligation and `until`: today, or the day it was done.
[[nodiscard]] int days_late(const Obligation& obligation, Date today);

[[nodiscard]] BoardTable late_agencies_table(const LateList& list);
/// Each obligation; the overdue ones first.
[[nodiscard]] BoardTable late_tasks_table(const LateList& list);

/// The draft of a notice (thông báo) to those agencies. Pure.
[[nodiscard]] document::OfficialDocument late_notice(const LateList& list, const Sender& sender);
/// The draft of a report (báo cáo) about them to the committee above: the same tables. Pure.
[[nodiscard]] document::OfficialDocument late_report(const LateList& list, const Sender& sender);

}  // namespace caicach::obligation
