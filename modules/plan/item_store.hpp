#pragma once
#include <vector>

#include "database/transaction.hpp"
#include "plan/item.hpp"

namespace caicach::plan
{

/// Items ↔ rows: the item's row, and one row for each agency named on it.
class ItemStore
{
public:
    explicit ItemStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// Fills id and lineage in where they are none.
    [[nodiscard]] Result<void> add(Item& item);
    /// conflict when somebody saved it in between.
    [[nodiscard]] Result<void> save(Item& item);
    /// not_found "plan.item.not_found".
    [[nodiscard]] Result<Item> find(ItemId id);
    /// The item of that code, removed or not; not_found "plan.item.not_found".
    [[nodiscard]] Result<Item> find(EditionId edition, std::string_view code);
    /// All items of an edition in order, removed ones too.
    [[nodiscard]] Result<std::vector<Item>> all_of(EditionId edition);
    /// For reading a file anew; an edition that was in force keeps its items for ever.
    [[nodiscard]] Result<void> remove_all(EditionId edition);

private:
    [[nodiscard]] Result<void> save_agencies(const Item& item);

    database::Transaction& m_transaction;
};

/// Those that a person did not take out.
[[nodiscard]] std::vector<Item> without_removed(std::vector<Item> items);

}  // namespace caicach::plan
