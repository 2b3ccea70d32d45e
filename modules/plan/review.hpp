#pragma once
#include <string>
#include <vector>

#include "manifest/context.hpp"
#include "plan/change.hpp"
#include "plan/edit_store.hpp"
#include "plan/edition_store.hpp"
#include "plan/item_store.hpp"

namespace caicach::plan
{

/// Where an item is parted: its two titles, and the last line of the first where a line parts them.
struct Cut {
    std::string first{};
    std::string second{};
    int after_line{};
};

/// The steps of reviewing a draft. Each is one transaction of the caller, leaves an audit line and
/// can be undone. `version` is that of the item as the person saw it: a stale one is a conflict, so
/// two reviewers at once lose nothing.
class Review
{
public:
    /// `edition` must be a draft: conflict "plan.not_a_draft" from every step otherwise.
    Review(Context& context, database::Transaction& transaction, const Edition& edition);

    /// Saves the item as the person left it; looking at an item is a change too (is_reviewed).
    [[nodiscard]] Result<Item> change(Item item);
    /// Makes two of one, each with its part of the title; both keep agencies and terms.
    [[nodiscard]] Result<std::vector<Item>> split(ItemId id, std::int64_t version, const Cut& cut);
    /// Puts the item's title behind `into`'s, with the agencies and terms that it adds; the item is
    /// removed. Whatever `into` says by now is kept. Where both say the same, `into` keeps its
    /// words and lines and notes the other place.
    [[nodiscard]] Result<Item> merge(ItemId id, std::int64_t version, ItemId into);
    [[nodiscard]] Result<Item> remove(ItemId id, std::int64_t version);
    [[nodiscard]] Result<Item> restore(ItemId id, std::int64_t version);
    /// A new item after `after` (at the end where that is none), or of the source lines given.
    [[nodiscard]] Result<Item> add(Item item, ItemId after);
    /// An unknown line that carries nothing. conflict where it is not unknown any more.
    [[nodiscard]] Result<void> settle_line(int number, bool settled);
    /// Says whom the plan means by a name that nobody knew, wherever it stands in the draft.
    /// Answers how many items it was on.
    [[nodiscard]] Result<std::size_t> identify(const std::string& name,
                                               const organisation::Target& target);

    /// Saves what the document says of itself. `version` is that of the edition as the person saw
    /// it. Whoever hands the plan to another agency must hold that one too.
    [[nodiscard]] Result<void> change_document(const DocumentRecord& document,
                                               std::int64_t version);
    /// A person has looked at a doubt about the whole document. conflict where it is settled.
    [[nodiscard]] Result<void> settle_note(const Note& note);
    /// Accepts or refuses differences to the edition in force, or leaves them open again: one step.
    [[nodiscard]] Result<void> decide(const std::vector<Change>& changes,
                                      Change::Decision decision);

    /// Takes back the step `edit`, which must be the newest that stands: conflict
    /// "plan.undo.not_the_last" otherwise. Answers what was undone.
    [[nodiscard]] Result<Edit> undo(EditId edit);

private:
    [[nodiscard]] Result<void> begin_step();
    [[nodiscard]] Result<Item> current(ItemId id);
    [[nodiscard]] Result<Item> current(ItemId id, std::int64_t version);
    [[nodiscard]] Result<void> keep(std::string_view action, std::string summary, Edit edit);
    [[nodiscard]] Result<std::vector<Edit::Difference>> differences_of(const Edit& edit);
    [[nodiscard]] Result<std::vector<Edit::LineBefore>> take_lines(const Item& item);
    [[nodiscard]] Result<void> write_document(const DocumentRecord& document, std::int64_t version);
    [[nodiscard]] Result<std::string> words_about(const Change& change);
    [[nodiscard]] Result<void> take_back(const Edit& edit);

    Context& m_context;
    database::Transaction& m_transaction;
    const Edition& m_edition;
    ItemStore m_items;
    EditionStore m_editions;
};

/// What stands between a draft and being put in force.
struct Openness {
    struct ItemNeeds {
        Item item{};
        std::vector<Need> needs{};
    };
    std::vector<ItemNeeds> items{};
    std::vector<int> lines{};   ///< numbers of unknown lines nobody settled
    std::vector<Note> notes{};  ///< doubts about the whole document nobody settled
    int changes{};              ///< differences to the edition in force not decided yet

    [[nodiscard]] std::size_t count() const
    {
        return items.size() + lines.size() + notes.size() + static_cast<std::size_t>(changes);
    }
};
[[nodiscard]] Openness openness(const Edition& edition, const std::vector<Item>& items,
                                const std::vector<SourceLine>& lines,
                                const std::vector<Change>& changes);

}  // namespace caicach::plan
