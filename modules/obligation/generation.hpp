#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/worker.hpp"
#include "manifest/context.hpp"
#include "obligation/obligation.hpp"

/// From plans in force to what each agency owes.
namespace caicach::obligation
{

/// One due day of an item that is another than before.
struct MovedDay {
    plan::ItemId lineage{};
    std::string period{};
    Date before{};
    Date after{};

    friend auto operator<=>(const MovedDay&, const MovedDay&) = default;
};

/// What an obligation says to its agency; which edition's item says it is no part of that.
struct Terms {
    plan::Role role{};
    Date begins_on{};
    Date ends_on{};
    Date due_on{};
    std::int64_t needed{};
    std::string unit{};
    std::string product{};
    bool is_requested{};
    bool is_closed{};

    friend bool operator==(const Terms&, const Terms&) = default;
};
[[nodiscard]] Terms terms_of(const Obligation& obligation);

/// One obligation whose terms are others than before.
struct ChangedTerms {
    plan::ItemId lineage{};
    std::string period{};
    Terms before{};
    Terms after{};
};

/// What a generation did for one agency.
struct AgencyChanges {
    int made{};
    int closed{};
    std::optional<Date> first_due{};  ///< of what was made
    std::vector<ChangedTerms> changed{};
};

/// What a generation did.
struct Generated {
    int made{};
    int changed{};  ///< saved anew, also where it says the same to its agency
    int closed{};   ///< owed no more, by agencies that ended or a plan that was amended
    std::map<MovedDay, int> moved{};   ///< of how many agencies, among those changed
    std::vector<plan::ItemId> gone{};  ///< items that the plan had before
    std::map<organisation::AgencyId, AgencyChanges> agencies{};  ///< for which anything is another
};

/// Makes the obligations of a plan agree with its edition in force and with the agencies as they
/// are: groups and mergers are resolved on the day each obligation is due. What was due before
/// today stays as it was, unless an amendment gives a day that is still to come to what was not
/// done in time; what was done in time stays so. What has evidence is closed, never removed; facts
/// that the ledger has already count at once, and those that fit no more count no more. Run twice,
/// the second time changes nothing.
[[nodiscard]] Result<Generated> generate(Context& context, database::Transaction& transaction,
                                         plan::PlanId plan);

/// Plans in force whose last year is not over: what they ask may still change.
[[nodiscard]] Result<std::vector<plan::PlanSummary>> plans_going_on(
    const Context& context, database::Transaction& transaction);

inline constexpr std::string_view generate_job = "obligation.generate";
/// Makes the obligations of all plans that are not over agree with the directory, a transaction
/// each.
[[nodiscard]] Result<void> run_generate_job(Context& context, jobs::JobContext& job);

/// Hears organisation::DirectoryChanged: the job does the work.
[[nodiscard]] Result<void> hear_directory(Context& context, database::Transaction& transaction,
                                          const organisation::DirectoryChanged& event);

/// Hears plan::PlanPutInForce.
[[nodiscard]] Result<void> hear_plan(Context& context, database::Transaction& transaction,
                                     const plan::PlanPutInForce& event);

}  // namespace caicach::obligation
