#pragma once
#include <optional>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "evidence/api.hpp"
#include "evidence/import/fact_sheet.hpp"
#include "evidence/subject.hpp"
#include "manifest/context.hpp"

/// What a table of facts would change in the ledger, before anything is changed.
namespace caicach::evidence
{

enum class RowOutcome { created, changed, unchanged };

/// One row that can be taken over, and what taking it over means.
struct RowChange {
    RowOutcome outcome{RowOutcome::unchanged};
    FactRow row{};
    Fact fact{};          ///< what would be recorded
    Subjects subjects{};  ///< whom it would be about
    std::string agency_name{};
    std::string text{};  ///< "Số lượng: 2 → 3"; of a change only
};

struct FactComparison {
    std::vector<RowChange> changes{};       ///< in the order of the rows
    std::vector<FactConflict> conflicts{};  ///< by row; with any, nothing may be taken over
    std::vector<std::string> unused_columns{};

    [[nodiscard]] std::size_t count(RowOutcome outcome) const;
    /// The same for the same changes of the same ledger: what a person confirmed.
    [[nodiscard]] std::string stamp() const;
};

/// A row is known again by its agency and its code. What the file says otherwise than it did last
/// time becomes a correction; what people corrected on the page since stays, and where the file
/// wants something else too, the row is a conflict. So the same file twice changes nothing.
[[nodiscard]] Result<FactComparison> compare(Context& context, database::Transaction& transaction,
                                             const FactSheet& sheet);

}  // namespace caicach::evidence
