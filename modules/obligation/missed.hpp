#pragma once
#include <string>
#include <vector>

#include "evidence/api.hpp"
#include "manifest/context.hpp"
#include "obligation/obligation.hpp"

/// Facts that fit a quota and count for nothing of it: earlier releases on PostgreSQL could record
/// them while it was being made, and neither saw the other.
namespace caicach::obligation
{

struct Missed {
    ObligationId obligation{};
    std::string obligation_code{};
    evidence::FactId fact{};
    std::string fact_code{};
};
/// Of all plans. Reads what the ledger has: for `caicach check`, never for a request. What is made
/// for one duty is not looked for: it may wait for somebody to choose.
[[nodiscard]] Result<std::vector<Missed>> missed_counts(const Context& context,
                                                        database::Transaction& transaction);

}  // namespace caicach::obligation
