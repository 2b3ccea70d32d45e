#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "obligation/target/taken_over.hpp"
#include "plan/api.hpp"

/// Which agency goes on with the numbers of one that was split. Nobody can tell that from the
/// shares: who leads the plan's targets states it, and until then the numbers are in nobody's.
namespace caicach::obligation
{

struct NumberHeir {
    plan::PlanId plan{};
    organisation::AgencyId agency{};  ///< that was split
    organisation::AgencyId heir{};    ///< none: it was stated once, and taken back
    std::string source{};             ///< what decided it, in words
    Instant stated_at{};
    AccountId account{};
    std::int64_t version{};
};
[[nodiscard]] std::vector<StatedHeir> stated_heirs(const std::vector<NumberHeir>& all);

class NumberHeirStore
{
public:
    explicit NumberHeirStore(database::Transaction& transaction) : m_transaction(transaction) {}

    [[nodiscard]] Result<std::vector<NumberHeir>> of_plan(plan::PlanId plan);
    /// conflict "base.changed_meanwhile", "base.already_exists".
    [[nodiscard]] Result<void> save(const NumberHeir& heir);

private:
    database::Transaction& m_transaction;
};

/// `agency` and `heir` are codes; without `heir` nobody goes on. `seen`: the version that the form
/// was made of.
struct NewNumberHeir {
    std::string agency{};
    std::string heir{};
    std::string source{};
    std::int64_t seen{};
};
/// By who leads the plan's targets; the heir's people are told. conflict "base.changed_meanwhile";
/// invalid "obligation.number_heir.not_split" (heir) for an agency that goes on or has one heir
/// alone, "….stranger" (heir) for one that took nothing of it over, "….source_missing" (source).
[[nodiscard]] Result<void> state_number_heir(Context& context, database::Transaction& transaction,
                                             const plan::PlanSummary& plan,
                                             const NewNumberHeir& wanted);

}  // namespace caicach::obligation
