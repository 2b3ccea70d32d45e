#pragma once
#include <string>
#include <vector>

#include "plan/edition.hpp"
#include "plan/review.hpp"

namespace caicach::plan
{

/// Parts a title where line `after` of `lines` (all of the item's) ends. The title is cleaner than
/// the lines (labels, page breaks and fields are gone), so the next line's first words are looked
/// for in it; where they are not found, the lines themselves become the titles.
[[nodiscard]] Cut cut_after(const std::string& title, const std::vector<SourceLine>& lines,
                            int after);

}  // namespace caicach::plan
