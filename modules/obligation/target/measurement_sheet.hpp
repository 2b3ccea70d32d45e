#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/table_head.hpp"
#include "obligation/target/target_steps.hpp"

/// Tables of numbers that people or other systems bring: read, set against what is known, and only
/// then taken over, all of it or nothing.
namespace caicach::obligation
{

/// A row of the table; those without a number are passed over, so that a template may be filled in
/// part by part.
struct SheetRow {
    int number{};            ///< as people see it beside the row
    std::string measure{};   ///< "TARGET/MEASURE", as the template writes it
    std::string agency{};    ///< a code or a name
    TypedAmounts typed{};    ///< the answer as it stands there
    std::string excluded{};  ///< why it does not apply to the agency; then there is no number
    Date as_of{};
    std::string source{};
};

/// Why a row cannot be taken over.
struct SheetConflict {
    int row{};
    std::string_view column{};  ///< the title
    Error error{};
};

struct MeasurementSheet {
    std::vector<SheetRow> rows{};
    std::vector<SheetConflict> conflicts{};     ///< cells that cannot be understood
    std::vector<std::string> unused_columns{};  ///< titles that mean nothing here
};
/// Pure. invalid "obligation.sheet.no_head", "….empty" (file); too_large "….too_long".
[[nodiscard]] Result<MeasurementSheet> read_measurement_sheet(
    std::span<const document::RecordRow> records);

/// What taking over a row means.
struct SheetChange {
    int row{};
    const Target* target{};
    const Measure* measure{};
    organisation::AgencySummary agency{};
    NewMeasurement measurement{};
    std::string excluded{};  ///< instead of a number
    bool is_known{};         ///< the same stands already: nothing is done
};
struct SheetComparison {
    std::vector<SheetChange> changes{};
    std::vector<SheetConflict> conflicts{};  ///< with any, nothing may be taken over
    std::vector<std::string> unused_columns{};

    [[nodiscard]] std::size_t fresh() const;
};
/// `targets` must outlive the answer.
[[nodiscard]] Result<SheetComparison> compare_sheet(const Context& context,
                                                    database::Transaction& transaction,
                                                    PlanTargets& targets,
                                                    const MeasurementSheet& sheet);
/// Answers how many were stated. conflict "obligation.sheet.conflicts" where rows are refused.
[[nodiscard]] Result<std::size_t> carry_out_sheet(Context& context,
                                                  database::Transaction& transaction,
                                                  PlanTargets& targets,
                                                  const MeasurementSheet& sheet);

/// The head, a row that explains, and a row for each number that the actor may state.
[[nodiscard]] Result<std::string> sheet_template(database::Transaction& transaction,
                                                 PlanTargets& targets);

}  // namespace caicach::obligation
