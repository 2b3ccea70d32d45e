#pragma once
#include "evidence/api.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

/// What the text of an agency's report is drawn from; of all agencies nothing is told line by line.
[[nodiscard]] Result<void> tell_lines(Context& context, database::Transaction& transaction,
                                      const evidence::ToldLinesAsked& asked);

}  // namespace caicach::obligation
