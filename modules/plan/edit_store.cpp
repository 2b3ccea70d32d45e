#include "plan/edit_store.hpp"

#include <unordered_set>
#include <utility>

#include "crypto/crypto.hpp"
#include "plan/code.hpp"
#include "plan/edit_json.hpp"
#include "plan/sql.hpp"

namespace caicach::plan
{
namespace
{

constexpr int edits_read_max = 20'000;

}  // namespace

std::string Edit::code() const { return code_of("plan.edit", id.value); }

Result<void> EditStore::add(Edit& edit)
{
    edit.id = make_id<EditId>();
    const auto before = before_text(edit);
    edit.before_hash = crypto::sha256_hex(before);
    TRY(m_transaction.change(sql::insert_edit, edit.id, edit.edition, edit.action, edit.summary,
                             before, edit.done_at, edit.done_by));
    return {};
}

Result<std::optional<Edit>> EditStore::last(EditionId edition)
{
    return m_transaction.maybe_one(
        sql::last_edit,
        [&](const database::Row& row) {
            Edit edit{.id = row.id<EditId>("id"),
                      .edition = edition,
                      .action = row.string("action"),
                      .summary = row.string("summary"),
                      .done_at = row.instant("done_at"),
                      .done_by = row.string("done_by")};
            read_before(edit, row.text("before"));
            return edit;
        },
        edition);
}

Result<std::vector<Edit>> EditStore::history(EditionId edition, int limit)
{
    return m_transaction.all(
        sql::edits_of_edition,
        [&](const database::Row& row) {
            Edit edit{.id = row.id<EditId>("id"),
                      .edition = edition,
                      .action = row.string("action"),
                      .summary = row.string("summary"),
                      .done_at = row.instant("done_at"),
                      .done_by = row.string("done_by"),
                      .is_undone = row.boolean("is_undone")};
            read_differences(edit, row.text("before"));
            return edit;
        },
        edition, limit);
}

Result<std::vector<Item>> EditStore::originals(EditionId edition)
{
    const auto steps = TRY(m_transaction.all(
        sql::first_edits_of_edition,
        [](const database::Row& row) {
            Edit edit;
            read_before(edit, row.text("before"));
            return edit;
        },
        edition, edits_read_max));
    std::vector<Item> originals;
    std::unordered_set<std::int64_t> known;
    for (const auto& step : steps) {
        for (const auto& before : step.before) {
            if (known.insert(before.item.id.value).second && !before.was_made) {
                originals.push_back(before.item);
            }
        }
    }
    return originals;
}

Result<void> EditStore::mark_undone(EditId edit)
{
    return m_transaction.change_one(sql::undo_edit, edit);
}

}  // namespace caicach::plan
