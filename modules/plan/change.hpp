#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "plan/item.hpp"

namespace caicach::plan
{

struct ChangeTag;
using ChangeId = Id<ChangeTag>;

/// One difference between the edition in force and an amended reading of the plan.
struct Change {
    enum class Kind { added, changed, removed };
    enum class Decision { open, accepted, refused };

    ChangeId id{};
    EditionId edition{};
    int number{};  ///< from 1, in the order of the document
    Kind kind{Kind::added};
    ItemId old_item{};  ///< none for `added`
    ItemId new_item{};  ///< none for `removed`
    Decision decision{Decision::open};
    std::int64_t version{};
};

[[nodiscard]] std::string_view name_of(Change::Kind kind);
[[nodiscard]] std::string_view label(Change::Kind kind);  ///< "Thêm mới"
[[nodiscard]] std::string_view name_of(Change::Decision decision);
[[nodiscard]] std::optional<Change::Decision> decision_from(std::string_view text);

/// Which items of two editions are the same piece of work, and what differs between them.
struct Comparison {
    struct Pair {
        ItemId old_item{};
        ItemId new_item{};
        bool is_equal{};  ///< says the same, wherever it stands now
    };
    std::vector<Pair> pairs{};
    std::vector<ItemId> added{};
    std::vector<ItemId> removed{};
};

/// Pairs by equal words first, those of `originals` too: what old items said when they were read,
/// before people changed them. Then by place with words alike, by words nearly alike, and at last
/// by place where the same agencies have to do as much by the same time.
[[nodiscard]] Comparison compare(const std::vector<Item>& old_items,
                                 const std::vector<Item>& new_items,
                                 const std::vector<Item>& originals = {});

/// Whether the two say the same to the agencies named: title, roles, terms, requested.
[[nodiscard]] bool says_the_same(const Item& a, const Item& b);

/// Changes ↔ rows.
class ChangeStore
{
public:
    explicit ChangeStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// Replaces the changes of the edition.
    [[nodiscard]] Result<void> save_all(EditionId edition, std::vector<Change>& changes);
    /// In the order of the document.
    [[nodiscard]] Result<std::vector<Change>> all_of(EditionId edition);
    /// not_found "plan.change.not_found".
    [[nodiscard]] Result<Change> find(EditionId edition, int number);
    [[nodiscard]] Result<void> decide(const Change& change, Change::Decision decision);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::plan
