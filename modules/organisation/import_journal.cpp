#include "organisation/import_journal.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "json/value.hpp"
#include "organisation/registration.hpp"
#include "organisation/rows.hpp"
#include "organisation/sql.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{
namespace
{

/// How the rows of one table are read, deleted and shown.
struct Table {
    std::string_view key{};
    std::string_view column{};  ///< of the table of agencies
    std::string_view select{};
    std::string_view remove{};
    std::string_view end{};
    std::array<std::string_view, 4> texts{};  ///< columns, besides the days
};

constexpr std::array<Table, 6> tables{{
    {"agency", "code", sql::agency_row, sql::delete_agency_row, {}, {"code", "slug"}},
    {"name",
     "name",
     sql::name_row,
     sql::delete_name_row,
     sql::end_name_row,
     {"name", "short_name", "kind"}},
    {"parent", "parent", sql::parent_row, sql::delete_parent_row, sql::end_parent_row, {}},
    {"alias", "name", sql::alias_row, sql::delete_alias_row, {}, {"alias"}},
    {"contact",
     "address",
     sql::contact_row,
     sql::delete_contact_row,
     sql::end_contact_row,
     {"kind", "label", "value"}},
    {"official_code",
     "electronic",
     sql::official_code_row,
     sql::delete_official_code_row,
     sql::end_official_code_row,
     {"system", "code"}},
}};

const Table& table_of(Thing thing) { return tables.at(static_cast<std::size_t>(thing)); }

Thing thing_named(std::string_view key)
{
    const auto* const found = std::ranges::find(tables, key, &Table::key);
    VERIFY(found != tables.end());
    return static_cast<Thing>(found - tables.begin());
}

/// The row as JSON; nothing where there is none.
Result<std::optional<std::string>> read(database::Transaction& transaction, Thing thing,
                                        std::int64_t row)
{
    const auto& table = table_of(thing);
    const auto json_of = [&](const database::Row& cells) {
        auto value = json::Value::object();
        if (thing != Thing::agency) value.set("agency", cells.integer("agency_id"));
        if (thing == Thing::parent) value.set("parent", cells.integer("parent_id"));
        for (const auto column : table.texts)
            if (!column.empty()) value.set(column, cells.text(column));
        const auto validity = validity_from(cells);
        value.set("from", validity.from.iso());
        if (validity.to) value.set("to", validity.to->iso());
        return json::dump(value);
    };
    return transaction.maybe_one(table.select, json_of, row);
}

/// Puts a row back that `read` wrote down. Agencies are never put back: an import ends none.
Result<void> insert(database::Transaction& transaction, Thing thing, std::int64_t row,
                    std::string_view written)
{
    const auto value = TRY(json::parse(written));
    const AgencyId agency{value["agency"].as_integer()};
    const auto from = Date::from_iso(value["from"].as_string()).value_or(first_day());
    const auto to = Date::from_iso(value["to"].as_string());
    const auto text = [&](std::string_view name) { return std::string(value[name].as_string()); };
    switch (thing) {
        case Thing::name:
            return insert_name(transaction, row, agency,
                               {.name = text("name"),
                                .short_name = text("short_name"),
                                .kind = text("kind"),
                                .validity = {.from = from, .to = to}});
        case Thing::parent:
            return transaction.change_one(sql::insert_parent, row, agency,
                                          value["parent"].as_integer(), from, to);
        case Thing::contact:
            return transaction.change_one(sql::insert_contact, row, agency, text("kind"),
                                          text("label"), text("value"), from, to);
        case Thing::official_code:
            return transaction.change_one(sql::insert_official_code, row, agency, text("system"),
                                          text("code"), from, to);
        case Thing::agency:
        case Thing::alias:
            break;
    }
    return failure(Failure::internal, "base.internal");
}

struct Change {
    int number{};
    Thing thing{};
    std::int64_t row{};
    std::optional<std::string> before{};
    std::optional<std::string> after{};
};

Change change_from(const database::Row& row)
{
    return {.number = static_cast<int>(row.integer("number")),
            .thing = thing_named(row.text("thing")),
            .row = row.integer("row_id"),
            .before = row.maybe_text("before"),
            .after = row.maybe_text("after")};
}

class TakingBack
{
public:
    TakingBack(database::Transaction& transaction, const UsesOf& uses_of)
        : m_transaction(transaction), m_uses_of(uses_of)
    {
    }

    Result<TakenBack> run(ImportId import)
    {
        const auto changes = TRY(m_transaction.all(sql::import_changes, change_from, import));
        for (const auto& change : changes) TRY(take_back_one(change));
        return std::move(m_result);
    }

private:
    void refuse(const Change& change, std::string key, std::vector<std::string> arguments = {})
    {
        // One reason a row is enough: what follows from it would only confuse.
        if (!m_refused.insert(change.number).second) return;
        m_result.conflicts.push_back({.row = change.number,
                                      .column = column_title(table_of(change.thing).column),
                                      .error = {.kind = Failure::conflict,
                                                .key = std::move(key),
                                                .arguments = std::move(arguments)}});
    }

    Result<void> take_back_one(const Change& change)
    {
        const auto& table = table_of(change.thing);
        const auto current = TRY(read(m_transaction, change.thing, change.row));
        if (current != change.after) {
            refuse(change, "organisation.import.changed_since");
            return {};
        }
        if (change.thing == Thing::agency) {
            const bool is_free = TRY(is_unused(change));
            if (!is_free) return {};
            m_result.removed.push_back(AgencyId{change.row});
        }
        if (current) TRY(m_transaction.change_one(table.remove, change.row));
        if (change.before) TRY(insert(m_transaction, change.thing, change.row, *change.before));
        return {};
    }

    Result<bool> is_unused(const Change& change)
    {
        const AgencyId agency{change.row};
        auto uses = TRY(m_uses_of(agency));
        const auto found = [](const database::Row& row) { return row.integer("found"); };
        const auto own = TRY(m_transaction.one(sql::uses_of_agency, found, agency));
        if (own > 0) uses.emplace_back("tên, cấp dưới, liên hệ hoặc quyết định ghi thêm sau đó");
        if (uses.empty()) return true;
        refuse(change, "organisation.import.in_use",
               {text::join(std::span<const std::string>(uses), ", ")});
        return false;
    }

    database::Transaction& m_transaction;
    const UsesOf& m_uses_of;
    TakenBack m_result{};
    std::set<int> m_refused{};
};

}  // namespace

Result<void> ImportJournal::added(Thing thing, std::int64_t row)
{
    const auto after = TRY(read(m_transaction, thing, row));
    return write(thing, row, std::nullopt, after);
}

Result<void> ImportJournal::end(Thing thing, std::int64_t row, Date first_day, Date last_day)
{
    const auto before = TRY(read(m_transaction, thing, row));
    if (first_day > last_day) {
        TRY(m_transaction.change_one(table_of(thing).remove, row));
    } else {
        TRY(m_transaction.change_one(table_of(thing).end, row, last_day));
    }
    const auto after = TRY(read(m_transaction, thing, row));
    return write(thing, row, before, after);
}

Result<void> ImportJournal::write(Thing thing, std::int64_t row,
                                  const std::optional<std::string>& before,
                                  const std::optional<std::string>& after)
{
    return m_transaction.change_one(sql::insert_import_change, next_id(), m_import, m_number,
                                    table_of(thing).key, row, before, after);
}

Result<TakenBack> take_back(database::Transaction& transaction, ImportId import,
                            const UsesOf& uses_of)
{
    return TakingBack(transaction, uses_of).run(import);
}

}  // namespace caicach::organisation
