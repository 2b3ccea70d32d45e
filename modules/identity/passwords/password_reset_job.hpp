#pragma once
#include <string_view>

#include "jobs/worker.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

inline constexpr std::string_view reset_job = "identity.password_reset";

/// Answers who asked for a new password: the letter and what it says, in one transaction. The
/// payload is the account's id; 0 where nobody has the name that was typed.
[[nodiscard]] Result<void> run_reset_job(Context& context, jobs::JobContext& job);

}  // namespace caicach::identity
