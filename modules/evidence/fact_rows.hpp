#pragma once
#include <string_view>

#include "database/transaction.hpp"
#include "evidence/api.hpp"

/// The ledger's rows, inside this module.
namespace caicach::evidence
{

[[nodiscard]] RecordedFact fact_from(const database::Row& row);
[[nodiscard]] Standing standing_from(std::string_view name);
[[nodiscard]] std::string_view name_of(Standing standing);   ///< "taken_back", as stored
[[nodiscard]] std::string_view label_of(Standing standing);  ///< "Đã rút lại"

/// not_found "evidence.fact.not_found".
[[nodiscard]] Result<RecordedFact> fact_by_code(database::Transaction& transaction,
                                                std::string_view code);
/// The fact that stands for this one now: the last of its corrections, or itself.
[[nodiscard]] Result<FactId> last_correction(database::Transaction& transaction, FactId id);

}  // namespace caicach::evidence
