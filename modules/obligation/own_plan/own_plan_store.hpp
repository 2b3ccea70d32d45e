#pragma once
#include <optional>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "obligation/own_plan/own_plan.hpp"
#include "obligation/work.hpp"

namespace caicach::obligation
{

/// What was done about an own plan: it was sent, returned or accepted.
struct OwnPlanStep {
    OwnPlanState step{};
    std::string text{};
    organisation::AgencyId agency{};  ///< for which the person acted
    AccountId account{};              ///< none: the system
    attachment::AttachmentId file{};  ///< none: there is none
    Instant taken_at{};
};

/// An obligation that asks for an own plan, and what came of it.
struct RegisterRow {
    std::string task_code{};
    organisation::AgencyId agency{};
    Date due_on{};
    bool is_done{};  ///< the obligation is fulfilled, by an own plan or otherwise
    bool is_excused{};
    bool is_requested{};
    std::optional<OwnPlanState> state{};  ///< none: nothing was sent
    std::string code{};                   ///< of the own plan
    OwnPlanForm form{OwnPlanForm::filed};
    std::string title{};
    std::string place{};
    std::optional<Date> sent_on{};
    bool was_accepted{};           ///< once; since then it may have been sent again
    std::int64_t with_activity{};  ///< items that have an activity in it
    std::int64_t complete{};       ///< … and all other elements
};

/// An agency that sent no activity for an item that it owes.
struct OwnPlanGap {
    plan::ItemId lineage{};
    organisation::AgencyId agency{};
};

/// What an agency's own plan says of one item.
struct StatedLine {
    OwnPlanLine line{};
    organisation::AgencyId agency{};
    std::string code{};  ///< of the own plan
};

/// Own plans ↔ rows.
class OwnPlanStore
{
public:
    explicit OwnPlanStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "obligation.own_plan.not_found".
    [[nodiscard]] Result<OwnPlan> find(std::string_view code);
    [[nodiscard]] Result<OwnPlan> find(OwnPlanId id);
    [[nodiscard]] Result<std::optional<OwnPlan>> of_obligation(ObligationId obligation);
    [[nodiscard]] Result<std::optional<OwnPlan>> of_file(attachment::AttachmentId file);
    [[nodiscard]] Result<void> add(const OwnPlan& own);
    /// conflict when somebody saved it in between.
    [[nodiscard]] Result<void> save(OwnPlan& own);

    [[nodiscard]] Result<std::vector<OwnPlanLine>> lines(OwnPlanId own);
    /// In place of those that stood there; lines that state nothing are left out.
    [[nodiscard]] Result<void> save_lines(OwnPlanId own, const std::vector<OwnPlanLine>& lines);

    [[nodiscard]] Result<void> add_step(OwnPlanId own, const OwnPlanStep& step);
    [[nodiscard]] Result<std::vector<OwnPlanStep>> steps(OwnPlanId own);

    /// What the agency owes of the plan besides an own plan, in its order.
    [[nodiscard]] Result<std::vector<Work>> works_of(plan::PlanId plan,
                                                     organisation::AgencyId agency);
    [[nodiscard]] Result<std::vector<RegisterRow>> registered(plan::PlanId plan);
    [[nodiscard]] Result<std::vector<OwnPlanGap>> gaps(plan::PlanId plan);
    /// Of own plans that stand (sent, accepted, or accepted once), of one item and one agency where
    /// they are named; by item.
    [[nodiscard]] Result<std::vector<StatedLine>> contents(plan::PlanId plan, plan::ItemId lineage,
                                                           organisation::AgencyId agency);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::obligation
