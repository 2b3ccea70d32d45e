#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "obligation/own_plan/own_plan_store.hpp"

/// What people do about own plans. Each step is appended, and audited in the same transaction.
namespace caicach::obligation
{

/// Files that are an own plan.
[[nodiscard]] const attachment::AttachmentUse& own_plan_use();

/// As an agency fills it in. A plan sent anew without another file keeps the one that it has.
struct OwnPlanSketch {
    std::string form{};  ///< name of an OwnPlanForm
    std::string title{};
    std::string place{};
    std::string linked{};  ///< code of a plan in force that the agency coordinates; empty: none
    std::vector<OwnPlanLine> lines{};
};

/// Sends the plan, for the first time, again, or as an amendment of the accepted one, which keeps
/// its day. forbidden for who may not report for the agency; conflict
/// "obligation.own_plan.not_asked" where the obligation asks for something else,
/// "obligation.closed"; invalid "….activity_missing" (of its item), "….form" (form), "….linked"
/// (linked), and what OwnPlan::validate refuses.
[[nodiscard]] Result<OwnPlan> send_own_plan(Context& context, database::Transaction& transaction,
                                            const Obligation& obligation,
                                            const OwnPlanSketch& sketch,
                                            const std::optional<attachment::KeptFile>& file);

/// With reasons. forbidden for who does not judge own plans of the plan that asks; invalid
/// "obligation.own_plan.reason_missing" (reason); what OwnPlan::send_back refuses.
[[nodiscard]] Result<void> return_own_plan(Context& context, database::Transaction& transaction,
                                           OwnPlan own, std::string_view reason);
/// A fact of the day on which it was sent: the obligation that asked for it is fulfilled by it. An
/// amendment's takes the place of the one before, on the same day.
[[nodiscard]] Result<void> accept_own_plan(Context& context, database::Transaction& transaction,
                                           OwnPlan own);

/// Asked before anything else about a decision.
[[nodiscard]] Result<void> require_judging(const Context& context,
                                           database::Transaction& transaction, const OwnPlan& own);

/// Whether one may be sent for it now: while nothing makes it enough, and again where one was
/// accepted.
[[nodiscard]] bool takes_own_plan(const Obligation& obligation, const std::optional<OwnPlan>& own);

/// conflict "obligation.own_plan.not_asked".
[[nodiscard]] Result<void> check_asked(const Obligation& obligation);

/// Hears attachment::FileAsked: who may see the obligation may read the plan.
[[nodiscard]] Result<void> answer_for_own_plan_file(Context& context,
                                                    database::Transaction& transaction,
                                                    const attachment::FileAsked& asked);

}  // namespace caicach::obligation
