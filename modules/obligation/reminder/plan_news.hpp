#pragma once
#include <cstdint>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "obligation/generation.hpp"
#include "plan/api.hpp"

namespace caicach::obligation
{

/// Why what a plan asks of agencies is another now.
enum class Cause : std::uint8_t { in_force, amended, directory, calendar };

/// Tells each agency for which a generation did anything what that was: one message to each of its
/// heads (else its officers), three at most, however many of its obligations came, changed or went.
[[nodiscard]] Result<void> tell_agencies(Context& context, database::Transaction& transaction,
                                         const plan::PlanSummary& plan, const Generated& done,
                                         Cause cause);

}  // namespace caicach::obligation
