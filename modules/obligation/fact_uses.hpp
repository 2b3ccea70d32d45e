#pragma once
#include "evidence/api.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

/// Hears evidence::FactUsesAsked: which obligations a fact counts for, and why.
[[nodiscard]] Result<void> tell_uses_of_fact(Context& context, database::Transaction& transaction,
                                             const evidence::FactUsesAsked& asked);

}  // namespace caicach::obligation
