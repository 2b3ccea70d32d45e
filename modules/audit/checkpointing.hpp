#pragma once
#include <string_view>

#include "base/result.hpp"
#include "jobs/worker.hpp"
#include "manifest/context.hpp"

namespace caicach::audit
{

inline constexpr std::string_view checkpoint_job = "audit.checkpoint";
inline constexpr std::string_view copy_job = "audit.copy";

/// Asked with each line, in its transaction: one job signs the lines of a minute when it is over,
/// and at once where there are very many.
[[nodiscard]] Result<void> ask_for_checkpoint(database::Transaction& transaction, Instant at,
                                              std::int64_t seq);

/// Signs the end of the chain, unless it is signed, and asks for the copying.
[[nodiscard]] Result<void> run_checkpoint_job(Context& context, jobs::JobContext& job);
[[nodiscard]] Result<void> run_copy_job(Context& context, jobs::JobContext& job);

}  // namespace caicach::audit
