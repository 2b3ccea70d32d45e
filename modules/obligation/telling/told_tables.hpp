#pragma once
#include "evidence/api.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

[[nodiscard]] Result<void> name_tables(Context& context, database::Transaction& transaction,
                                       const evidence::ToldTablesAsked& asked);
/// Of one agency what is its own; what it watches, of all agencies of the plans it coordinates.
[[nodiscard]] Result<void> tell_table(Context& context, database::Transaction& transaction,
                                      const evidence::ToldTableAsked& asked);

}  // namespace caicach::obligation
