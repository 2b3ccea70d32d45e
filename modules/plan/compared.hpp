#pragma once
#include <string>
#include <utility>
#include <vector>

#include "plan/edit_store.hpp"
#include "plan/edition.hpp"

/// Two versions of one thing beside each other, in words for people.
namespace caicach::plan
{

using ComparedRows = std::vector<std::pair<std::string, std::string>>;

/// What two versions of an item, or of a document's facts, are compared by.
[[nodiscard]] ComparedRows compared_rows(const Item& item);
[[nodiscard]] ComparedRows compared_rows(const DocumentRecord& document);

/// Those of `rows` that `others` say otherwise, or not at all.
[[nodiscard]] ComparedRows differing(const ComparedRows& rows, const ComparedRows& others);

/// What became of each row that differs.
[[nodiscard]] std::vector<Edit::Difference> differences(const ComparedRows& before,
                                                        const ComparedRows& after);

}  // namespace caicach::plan
