#pragma once
#include <string>
#include <string_view>

#include "jobs/worker.hpp"
#include "manifest/context.hpp"
#include "plan/edition.hpp"

namespace caicach::plan
{

inline constexpr std::string_view read_job_kind = "plan.read";

/// Leaves `edition` to the job that reads its file; its page shows the progress.
[[nodiscard]] Result<void> enqueue_reading(Context& context, database::Transaction& transaction,
                                           Edition& edition);

/// Reads the file of the edition that the payload names. Idempotent: an edition that is no longer
/// being read is left alone. A file that cannot be read makes the edition `failed`, with the reason
/// for people; the job itself then is done.
[[nodiscard]] Result<void> run_reading(Context& context, jobs::JobContext& job);

}  // namespace caicach::plan
