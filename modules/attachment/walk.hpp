#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "database/transaction.hpp"
#include "jobs/worker.hpp"
#include "manifest/context.hpp"

namespace caicach::attachment
{

inline constexpr std::string_view walk_job_kind = "attachment.walk";

/// What one round through the store has seen.
struct WalkSum {
    std::int64_t contents{};
    std::int64_t bytes{};
    std::int64_t orphans{};
};

/// Where the walk is. It goes from the first hash to the last, hashing each content anew and
/// looking for contents without a row, and begins again a day after it began.
struct Walk {
    std::int64_t step{};
    std::string place{};                ///< the last hash looked at, or a shelf not yet begun
    std::optional<Instant> began_at{};  ///< none between two rounds
    WalkSum sum{};                      ///< of this round so far
    std::optional<Instant> ended_at{};  ///< of the last whole round
    WalkSum ended{};

    [[nodiscard]] int percent() const;  ///< of this round; hashes are spread evenly
};

[[nodiscard]] Result<Walk> load_walk(database::Transaction& transaction);

/// One step: a second of work, then the next one is put into the queue for a minute later. The job
/// says in its payload which step it is: one that runs twice does nothing the second time.
[[nodiscard]] Result<void> run_walk_job(Context& context, jobs::JobContext& job);

}  // namespace caicach::attachment
