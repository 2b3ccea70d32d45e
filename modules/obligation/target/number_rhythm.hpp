#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/period.hpp"
#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "plan/api.hpp"

/// How often the numbers of a plan's targets are asked for, and by which day.
namespace caicach::obligation
{

/// as_planned: as the plan has it; for a target that is what all of the plan say, else its words.
enum class Rhythm { as_planned, none, month, quarter, half, year };
[[nodiscard]] std::string_view name_of(Rhythm rhythm);  ///< "", "none", "month"
[[nodiscard]] std::string_view label_of(Rhythm rhythm);
[[nodiscard]] std::optional<Rhythm> rhythm_from(std::string_view name);

inline constexpr int number_days_default = 10;  ///< after a period, where nobody says
inline constexpr int number_days_max = 60;
/// So long numbers of a period are asked for once their day is over: then the plan is closed.
inline constexpr int number_days_late_max = 90;

struct NumberRhythm {
    plan::PlanId plan{};
    plan::ItemId lineage{};  ///< none: of all targets of the plan that have none of their own
    Rhythm rhythm{Rhythm::none};
    int days{number_days_default};  ///< after the period's last
    bool by_plan{};                 ///< as the item's time has it
    Instant set_at{};
    AccountId account{};
    std::int64_t version{};
};

/// What the item's time says: "báo cáo hằng quý"; none where it says nothing.
[[nodiscard]] Rhythm rhythm_in(const plan::Item& item);
/// Which holds of an item: a coordinator's own of it, that of all of the plan, the plan's words.
[[nodiscard]] NumberRhythm rhythm_of(const std::vector<NumberRhythm>& all, plan::ItemId lineage);

/// The last period that is over, whose numbers are asked for. Who stated one of its last month, or
/// of later, has: reports close their figures some days before the period ends.
struct AskedPeriod {
    calendar::Period period{};
    Date due{};
    Date since{};

    [[nodiscard]] std::string label() const { return calendar::label(period); }
};
/// Nothing where none is asked: no period of the plan's years is over, or it is too long ago. Pure.
[[nodiscard]] std::optional<AskedPeriod> asked_on(const NumberRhythm& rhythm,
                                                  const plan::PlanSummary& plan, Date today);

class NumberRhythmStore
{
public:
    explicit NumberRhythmStore(database::Transaction& transaction) : m_transaction(transaction) {}

    [[nodiscard]] Result<std::vector<NumberRhythm>> of_plan(plan::PlanId plan);
    /// Plans that ask for any numbers.
    [[nodiscard]] Result<std::vector<plan::PlanId>> plans();
    /// conflict "base.changed_meanwhile", "base.already_exists".
    [[nodiscard]] Result<void> save(const NumberRhythm& rhythm);

private:
    database::Transaction& m_transaction;
};

/// What the words of a plan that comes into force say; what a coordinator set stays.
[[nodiscard]] Result<void> take_planned_rhythms(Context& context,
                                                database::Transaction& transaction,
                                                const plan::PlanPutInForce& event);

/// By who leads the plan's targets. `seen`: the sum of all versions that the form was made of.
/// conflict "base.changed_meanwhile"; invalid "obligation.rhythm.unknown" (rhythm), "….days"
/// (days).
struct NewRhythm {
    plan::ItemId lineage{};
    std::string rhythm{};
    std::int64_t days{};
    std::int64_t seen{};
};
[[nodiscard]] Result<void> set_rhythm(Context& context, database::Transaction& transaction,
                                      const plan::PlanSummary& plan,
                                      const std::vector<plan::Item>& items,
                                      const NewRhythm& wanted);
[[nodiscard]] std::int64_t seen_of(const std::vector<NumberRhythm>& all);

}  // namespace caicach::obligation
