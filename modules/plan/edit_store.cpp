#include "plan/edit_store.hpp"

#include <utility>

#include "json/value.hpp"
#include "plan/sql.hpp"

namespace caicach::plan
{
namespace
{

std::string before_text(const std::vector<Edit::Before>& before)
{
    auto array = json::Value::array();
    for (const auto& one : before) {
        auto value = json::Value::object();
        value.set("item", to_json(one.item));
        if (one.was_made) value.set("was_made", true);
        array.push(std::move(value));
    }
    return json::dump(array);
}

std::vector<Edit::Before> before_from(std::string_view text)
{
    std::vector<Edit::Before> before;
    const auto parsed = MUST(json::parse(text));
    for (const auto& value : parsed.elements()) {
        before.push_back({item_from(value["item"]), value["was_made"].as_bool()});
    }
    return before;
}

}  // namespace

Result<void> EditStore::add(Edit& edit)
{
    edit.id = make_id<EditId>();
    TRY(m_transaction.change(sql::insert_edit, edit.id, edit.edition, edit.action, edit.summary,
                             before_text(edit.before), edit.done_at, edit.done_by));
    return {};
}

Result<std::optional<Edit>> EditStore::last(EditionId edition)
{
    return m_transaction.maybe_one(
        sql::last_edit,
        [&](const database::Row& row) {
            return Edit{.id = row.id<EditId>("id"),
                        .edition = edition,
                        .action = row.string("action"),
                        .summary = row.string("summary"),
                        .before = before_from(row.text("before")),
                        .done_at = row.instant("done_at"),
                        .done_by = row.string("done_by")};
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
