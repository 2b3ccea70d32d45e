#pragma once
#include "evidence/api.hpp"
#include "manifest/context.hpp"

/// Numbers about obligations, for reports.
namespace caicach::obligation
{

[[nodiscard]] Result<void> name_figures(Context& context, database::Transaction& transaction,
                                        const evidence::ToldFiguresAsked& asked);
[[nodiscard]] Result<void> tell_amounts(Context& context, database::Transaction& transaction,
                                        const evidence::ToldAmountsAsked& asked);

}  // namespace caicach::obligation
