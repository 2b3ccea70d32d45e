#include "plan/edit_store.hpp"

#include <utility>

#include "plan/code.hpp"
#include "plan/edit_json.hpp"
#include "plan/sql.hpp"

namespace caicach::plan
{

std::string Edit::code() const { return code_of("plan.edit", id.value); }

Result<void> EditStore::add(Edit& edit)
{
    edit.id = make_id<EditId>();
    TRY(m_transaction.change(sql::insert_edit, edit.id, edit.edition, edit.action, edit.summary,
                             before_text(edit), edit.done_at, edit.done_by));
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
            return Edit{.id = row.id<EditId>("id"),
                        .edition = edition,
                        .action = row.string("action"),
                        .summary = row.string("summary"),
                        .done_at = row.instant("done_at"),
                        .done_by = row.string("done_by"),
                        .is_undone = row.boolean("is_undone")};
        },
        edition, limit);
}

Result<void> EditStore::mark_undone(EditId edit)
{
    return m_transaction.change_one(sql::undo_edit, edit);
}

}  // namespace caicach::plan
