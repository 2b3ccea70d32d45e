#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "obligation/target/target.hpp"

namespace caicach::obligation
{

struct MeasurementTag;
using MeasurementId = Id<MeasurementTag>;

/// What somebody stated of one agency, as of a day. Never edited: a later day supersedes it, of the
/// same day what was stated later; a wrong one is taken back by another row.
struct Measurement {
    MeasurementId id{};
    plan::PlanId plan{};
    plan::ItemId lineage{};
    std::string measure{};  ///< the key of a Measure
    organisation::AgencyId agency{};
    Date as_of{};
    Amounts amounts{};
    std::string source{};
    std::string sentence{};  ///< what was asked then
    MeasureWords words{};
    std::optional<MeasurementId> takes_back{};
    Instant stated_at{};
    organisation::AgencyId by_agency{};
    AccountId account{};
};

/// Whose numbers of which measure.
struct MeasurementPlace {
    plan::PlanId plan{};
    plan::ItemId lineage{};
    std::string measure{};
    organisation::AgencyId agency{};
};

/// Measurements and rules ↔ rows.
class MeasurementStore
{
public:
    explicit MeasurementStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// Also says which one stands now.
    [[nodiscard]] Result<void> add(const Measurement& measurement);
    /// not_found "obligation.measurement.not_found".
    [[nodiscard]] Result<Measurement> find(MeasurementId id);
    /// Those that stand now.
    [[nodiscard]] Result<std::vector<Measurement>> now_of_plan(plan::PlanId plan);
    [[nodiscard]] Result<std::vector<Measurement>> now_of_target(plan::PlanId plan,
                                                                 plan::ItemId lineage);
    [[nodiscard]] Result<std::vector<Measurement>> now_of_agency(plan::PlanId plan,
                                                                 organisation::AgencyId agency);
    /// All that were stated, the newest first; of them those that take back, too.
    [[nodiscard]] Result<std::vector<Measurement>> history(const MeasurementPlace& place,
                                                           int limit);

    [[nodiscard]] Result<void> add(const MeasureRule& rule);
    /// Of each measure that has numbers.
    [[nodiscard]] Result<std::vector<MeasuredWords>> measured_words(plan::PlanId plan);
    /// The newest of each measure.
    [[nodiscard]] Result<std::vector<MeasureRule>> rules(plan::PlanId plan);

private:
    database::Transaction& m_transaction;
};

/// "obligation.measured" of `caicach check`: which measurements stand, against all of them.
[[nodiscard]] Result<std::vector<std::string>> check_measured(Context& context);

}  // namespace caicach::obligation
