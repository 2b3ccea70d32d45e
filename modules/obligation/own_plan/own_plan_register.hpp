#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "manifest/module.hpp"
#include "obligation/board/board.hpp"
#include "obligation/board/table.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/own_plan/own_plan_store.hpp"

/// The own plans of all agencies for one plan, for who watches it: who sent one, and for which
/// items nobody wrote an activity.
namespace caicach::obligation
{

/// The page of a plan and its table.
void add_own_plan_register(Module& module);

/// How it stands with an obligation that asks for an own plan.
enum class Receipt { missing, overdue, sent, returned, accepted, amended, otherwise, excused };
[[nodiscard]] std::string_view name_of(Receipt receipt);
[[nodiscard]] std::string_view label_of(Receipt receipt);
/// amended: accepted, and sent again since. otherwise: fulfilled by another result. Requested ones
/// are never overdue.
[[nodiscard]] Receipt receipt_of(const RegisterRow& row, Date today);

/// A row with the agency's names.
struct Registered {
    RegisterRow row{};
    organisation::AgencySummary agency{};
};

struct OwnPlanRegister {
    plan::PlanSummary plan{};
    Date today{};
    std::vector<Registered> rows{};  ///< by name of agency
    std::vector<Work> works{};       ///< of the plan
    std::vector<OwnPlanGap> gaps{};  ///< of agencies that are asked for an own plan
};
[[nodiscard]] Result<OwnPlanRegister> own_plan_register_of(database::Transaction& transaction,
                                                           const plan::PlanSummary& plan,
                                                           Date today);

/// What the page shows of it: rows of one receipt, and the agencies without an activity for one
/// item; empty: all rows, no agencies.
struct RegisterPage {
    OwnPlanRegister own{};
    std::string receipt{};
    std::string item{};                  ///< code
    std::vector<std::string> missing{};  ///< agencies without an activity for `item`
};
[[nodiscard]] http::Response register_page(const Context& context, const RegisterPage& page);

[[nodiscard]] BoardTable receipts_table(const OwnPlanRegister& own);
[[nodiscard]] BoardTable register_table(const OwnPlanRegister& own, std::string_view receipt);
/// Items, each with how many agencies state no activity for it; the same by agency.
[[nodiscard]] BoardTable gaps_table(const OwnPlanRegister& own);
[[nodiscard]] Result<BoardTable> gap_list_table(AgencyNames& names, const OwnPlanRegister& own);

}  // namespace caicach::obligation
