#pragma once
#include "manifest/context.hpp"
#include "obligation/obligation.hpp"

namespace caicach::obligation
{

/// How much of an obligation somebody may look at; each looks at what those before it do.
enum class Insight {
    none,
    outline,  ///< how it stands, and what counts for it: whose agency helps with the item
    proof,    ///< files, too: whose agency leads, directs or oversees it
    whole     ///< people, what they were reminded of and answered: their own agency, the giver of a
              ///< part, who watches the plan, who answers now for an agency that ended
};
[[nodiscard]] Result<Insight> insight_into(const Context& context,
                                           database::Transaction& transaction,
                                           const Obligation& obligation);

}  // namespace caicach::obligation
