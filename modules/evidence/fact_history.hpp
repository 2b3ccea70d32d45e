#pragma once
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "evidence/api.hpp"
#include "manifest/actor.hpp"

/// Everything that happened to a fact: how it was recorded, corrected, refused and answered for.
namespace caicach::evidence
{

/// Beyond this many corrections the page shows the newest.
inline constexpr std::size_t corrections_shown_max = 50;

/// Who it was, as long as the account is there.
[[nodiscard]] Result<std::string> name_of_account(database::Transaction& transaction,
                                                  AccountId account);

struct HistoryEntry {
    struct Change {
        std::string field{};
        std::string before{};
        std::string after{};
    };
    Instant at{};
    std::string text{};
    std::string who{};
    std::vector<Change> changes{};
};

/// Newest first; `chain` as `history` answers it.
[[nodiscard]] Result<std::vector<HistoryEntry>> history_of(database::Transaction& transaction,
                                                           const std::vector<RecordedFact>& chain);

}  // namespace caicach::evidence
