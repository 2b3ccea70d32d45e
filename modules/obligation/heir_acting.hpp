#pragma once
#include <optional>

#include "manifest/context.hpp"
#include "obligation/obligation.hpp"

namespace caicach::obligation
{

/// For which agency the actor may: the one that owes it; where that ended, of its heirs the one for
/// which the actor acts, else the first about which they may. None: nobody asked them.
[[nodiscard]] Result<std::optional<organisation::AgencyId>> acting_agency(
    const Context& context, database::Transaction& transaction, const Permission& permission,
    const Obligation& obligation);

}  // namespace caicach::obligation
