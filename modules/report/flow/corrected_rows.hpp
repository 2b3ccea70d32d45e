#pragma once
#include <vector>

#include "report/flow/correction.hpp"

namespace caicach::report
{

/// A change of a cell, by the row as it is kept, and where the page has it.
struct KeptChange {
    CellChange kept{};
    CellPlace shown{};
    bool is_of_new_row{};
};

/// Adds and removes the rows of a correction; takes drawn rows over where anything of them is
/// changed. Answers its changes of cells, without those of rows that are gone.
[[nodiscard]] Result<std::vector<KeptChange>> correct_rows(Context& context,
                                                           database::Transaction& transaction,
                                                           const Report& report,
                                                           const Correction& correction);

}  // namespace caicach::report
