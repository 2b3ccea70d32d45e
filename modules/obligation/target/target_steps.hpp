#pragma once
#include <string>

#include "obligation/target/target_standing.hpp"

/// What agencies state of targets, and what coordinators say of how they are measured.
namespace caicach::obligation
{

/// Amounts as typed, or as they stand in a table. Which of them are asked for is the measure's
/// matter.
struct TypedAmounts {
    std::string numerator{};
    std::string denominator{};
    std::string value{};   ///< of a percentage also "85%"
    std::string answer{};  ///< "co", "khong"
};
/// Invalid at the field of the form: "obligation.measurement.missing", "….no_number",
/// "….part_larger" (numerator), "….whole_zero" (denominator), "….over_hundred" (value),
/// "….answer_missing" (answer).
[[nodiscard]] Result<Amounts> amounts_from(const Measure& measure, const TypedAmounts& typed);

struct NewMeasurement {
    Amounts amounts{};
    Date as_of{};
    std::string source{};
};
enum class Stating { stated, known_already };
/// Twice the same is once. forbidden unless the actor may state for the agency; invalid
/// "obligation.measurement.agency" (agency) where it is not asked, "….future" (as_of),
/// "….source_missing" (source); conflict "….of_figures" where figures say it all, "….excluded"
/// where it does not apply to the agency.
[[nodiscard]] Result<Stating> state_measurement(Context& context,
                                                database::Transaction& transaction,
                                                PlanTargets& targets, const Target& target,
                                                const MeasurementPlace& place,
                                                const NewMeasurement& wanted);
/// The one before it stands again. conflict "obligation.measurement.taken_back".
[[nodiscard]] Result<void> take_back_measurement(Context& context,
                                                 database::Transaction& transaction,
                                                 const PlanTargets& targets,
                                                 const Measurement& measurement);

/// The newest rule of a measure that the person saw; 0: there was none.
struct SeenRule {
    std::int64_t id{};
};
struct FigureKeys {
    std::string numerator{};
    std::string denominator{};
};
/// How a measure is measured: from which figures its numbers are read (empty: agencies state them),
/// and of whom it is asked.
struct MeasureWay {
    FigureKeys figures{};
    MeasureScope scope{};
    MeasurePlace place{};
};
/// All at once. invalid "obligation.measure.figure_unknown", "….numerator_missing"; conflict
/// "base.changed_meanwhile".
[[nodiscard]] Result<void> set_measuring(Context& context, database::Transaction& transaction,
                                         const PlanTargets& targets, const Target& target,
                                         const Measure& measure, const MeasureWay& wanted,
                                         SeenRule seen);

/// That a measure whose words were corrected goes on with numbers stated in the earlier words, or,
/// by `continues_none`, no longer does. conflict "obligation.measure.has_numbers",
/// "….goes_on_already", "base.changed_meanwhile"; invalid "….other_kind".
[[nodiscard]] Result<void> go_on_with(Context& context, database::Transaction& transaction,
                                      const PlanTargets& targets, const Target& target,
                                      const Measure& measure, std::string_view earlier,
                                      SeenRule seen);

/// A value that the plan says is set elsewhere; without `op` a condition.
struct SetValue {
    std::string subject{};
    std::string op{};
    std::string value{};
    std::string unit{};
    std::string source{};
    std::optional<Date> source_on{};
};
/// invalid "obligation.measure.subject_missing", "….op_unknown", "….no_value",
/// "….source_missing", "….source_day"; conflict "….too_many".
[[nodiscard]] Result<void> set_value(Context& context, database::Transaction& transaction,
                                     const PlanTargets& targets, const Target& target,
                                     const SetValue& wanted);
/// It is asked no longer; what was measured stays. conflict "obligation.measure.not_set".
[[nodiscard]] Result<void> end_value(Context& context, database::Transaction& transaction,
                                     const PlanTargets& targets, const Target& target,
                                     const Measure& measure);

/// The newest rule of a measure, for forms.
[[nodiscard]] Result<SeenRule> newest_rule(database::Transaction& transaction,
                                           const PlanTargets& targets, const Target& target,
                                           std::string_view measure);

}  // namespace caicach::obligation
