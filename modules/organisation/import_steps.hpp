#pragma once
#include "organisation/agency_comparison.hpp"
#include "organisation/import_journal.hpp"

namespace caicach
{
class Context;
}

namespace caicach::organisation
{

/// Does what a comparison without conflicts says, in the transaction in which it was made, and
/// writes it into the journal of the import, row by row.
[[nodiscard]] Result<void> take_over(Context& context, database::Transaction& transaction,
                                     ImportId import, const AgencyComparison& comparison);

}  // namespace caicach::organisation
