#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "plan/edition.hpp"

namespace caicach::plan
{

/// The items of an edition in force are found by title, agencies and headings.
[[nodiscard]] Result<void> put_into_search(database::Transaction& transaction,
                                           const Edition& edition);
[[nodiscard]] Result<void> remove_from_search(database::Transaction& transaction,
                                              EditionId edition);

/// Ids of the items that have the words, at most `limit`: first those that have them side by side
/// ("ban tin": bản tin, not "bạn … tình"), each part best first.
[[nodiscard]] Result<std::vector<ItemId>> search_items(database::Transaction& transaction,
                                                       std::string_view typed, int limit);

/// Whether a search for the first words of its title finds the item.
[[nodiscard]] Result<bool> is_found(database::Transaction& transaction, const Item& item);

}  // namespace caicach::plan
