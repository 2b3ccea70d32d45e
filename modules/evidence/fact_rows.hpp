#pragma once
#include <string_view>
#include <vector>

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
/// Keeps a fact from whoever else would refuse, accept or correct it: they wait until the
/// transaction ends. Answers it as it stands then, perhaps not as the caller read it: what is
/// decided and added up goes by that. not_found "evidence.fact.not_found".
[[nodiscard]] Result<RecordedFact> hold_fact(database::Transaction& transaction, FactId id);
/// Who changes several holds all of them before the first sum, in the order of their ids.
[[nodiscard]] Result<void> hold_facts(database::Transaction& transaction,
                                      std::vector<FactId> facts);
/// The fact that stands for this one now: the last of its corrections, or itself.
[[nodiscard]] Result<FactId> last_correction(database::Transaction& transaction, FactId id);

}  // namespace caicach::evidence
