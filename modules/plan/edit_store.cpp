#include "plan/edit_store.hpp"

#include <utility>

#include "json/value.hpp"
#include "plan/sql.hpp"

namespace caicach::plan
{
namespace
{

std::string before_text(const Edit& edit)
{
    auto items = json::Value::array();
    for (const auto& one : edit.before) {
        auto value = json::Value::object();
        value.set("item", to_json(one.item));
        if (one.was_made) value.set("was_made", true);
        items.push(std::move(value));
    }
    auto lines = json::Value::array();
    for (const auto& line : edit.lines) {
        auto value = json::Value::object();
        value.set("number", line.number);
        value.set("fate", name_of(line.fate));
        value.set("settled", line.settled);
        lines.push(std::move(value));
    }
    auto before = json::Value::object();
    before.set("items", std::move(items)).set("lines", std::move(lines));
    return json::dump(before);
}

void read_before(Edit& edit, std::string_view text)
{
    const auto parsed = MUST(json::parse(text));
    for (const auto& value : parsed["items"].elements()) {
        edit.before.push_back({item_from(value["item"]), value["was_made"].as_bool()});
    }
    for (const auto& value : parsed["lines"].elements()) {
        edit.lines.push_back({static_cast<int>(value["number"].as_integer()),
                              fate_from(value["fate"].as_string()).value_or(Fate::unknown),
                              value["settled"].as_bool()});
    }
}

}  // namespace

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
