#pragma once
#include <optional>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "obligation/obligation_store.hpp"

/// Matches that somebody undid: a fact that does not count for an obligation, and for all others as
/// before.
namespace caicach::obligation
{

struct Uncounted {
    ObligationId obligation{};
    evidence::FactId fact{};
    Count::Reason counted_as{Count::Reason::product};
    ObligationId part{};  ///< through which it counted; none: by itself
    std::string reason{};
    organisation::AgencyId agency{};  ///< whose people undid it
    AccountId account{};
    Instant decided_at{};
    std::string answer{};  ///< of the agency that owes; may be empty
};

[[nodiscard]] Result<std::vector<Uncounted>> uncounted_of_fact(database::Transaction& transaction,
                                                               evidence::FactId fact);
/// In the order of the days on which they were undone.
[[nodiscard]] Result<std::vector<Uncounted>> uncounted_of(database::Transaction& transaction,
                                                          ObligationId obligation);

/// Nothing changes where it is undone already.
[[nodiscard]] Result<void> add_uncounted(database::Transaction& transaction,
                                         const Uncounted& uncounted);
[[nodiscard]] Result<void> remove_uncounted(database::Transaction& transaction,
                                            const Uncounted& uncounted);
[[nodiscard]] Result<void> save_answer(database::Transaction& transaction,
                                       const Uncounted& uncounted, AccountId account, Instant now);
/// What does not count somewhere does not count there corrected, either.
[[nodiscard]] Result<void> carry_uncounted(database::Transaction& transaction,
                                           evidence::FactId before, evidence::FactId after);

}  // namespace caicach::obligation
