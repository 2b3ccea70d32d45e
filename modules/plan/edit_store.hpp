#pragma once
#include <optional>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "plan/change.hpp"
#include "plan/edition.hpp"

namespace caicach::plan
{

struct EditTag;
using EditId = Id<EditTag>;

/// One step of review: what was done, and all that it touched as it was before.
struct Edit {
    EditId id{};
    EditionId edition{};
    std::string action{};   ///< "plan.item.changed"
    std::string summary{};  ///< for people: "Sửa mục II.1.a"
    /// An item that the step made stands here as it was made, with `was_made`.
    struct Before {
        Item item{};
        bool was_made{};
    };
    std::vector<Before> before{};
    /// A source line as it was.
    struct LineBefore {
        int number{};
        Fate fate{Fate::unknown};
        bool settled{};
    };
    std::vector<LineBefore> lines{};
    std::optional<DocumentRecord> document{};
    /// How a difference to the edition in force had been decided.
    struct DecisionBefore {
        int change{};  ///< its number
        Change::Decision decision{Change::Decision::open};
    };
    std::vector<DecisionBefore> decisions{};
    /// What became of what, in words for people: "Đơn vị", "tin", "tin, bài".
    struct Difference {
        std::string field{};
        std::string before{};
        std::string after{};
    };
    std::vector<Difference> differences{};
    std::string before_hash{};  ///< SHA-256 of what stood before as its row keeps it; for the audit
    Instant done_at{};
    std::string done_by{};
    bool is_undone{};

    [[nodiscard]] std::string code() const;  ///< stands for the step in addresses
};

/// The history of a review ↔ rows.
class EditStore
{
public:
    explicit EditStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// Gives it its id and `before_hash`.
    [[nodiscard]] Result<void> add(Edit& edit);
    /// The newest step that was not undone.
    [[nodiscard]] Result<std::optional<Edit>> last(EditionId edition);
    /// Newest first; of what stood before only the differences.
    [[nodiscard]] Result<std::vector<Edit>> history(EditionId edition, int limit);
    /// Items that people have changed, as they were before the first step that did.
    [[nodiscard]] Result<std::vector<Item>> originals(EditionId edition);
    /// conflict when it was undone already.
    [[nodiscard]] Result<void> mark_undone(EditId edit);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::plan
