#include "database/transaction.hpp"
#include "json/value.hpp"
#include "manifest/context.hpp"
#include "organisation/agency_list.hpp"
#include "organisation/api.hpp"
#include "organisation/calendar/office_hours_record.hpp"
#include "organisation/calendar/special_days.hpp"
#include "organisation/naming.hpp"
#include "organisation/reference_data.hpp"
#include "organisation/registration.hpp"
#include "organisation/sql.hpp"
#include "text/table.hpp"

namespace caicach::organisation
{
namespace
{

Result<void> load_kinds(database::Transaction& transaction)
{
    const auto table = TRY(text::Table::parse(reference_data::organisation_kinds));
    int position = 0;
    for (const auto& row : table.rows()) {
        const auto from = Date::from_iso(table.at(row, "valid_from"));
        const auto to = Date::from_iso(table.at(row, "valid_to"));
        TRY(transaction.change_one(sql::save_kind, table.at(row, "key"), table.at(row, "text"),
                                   table.at(row, "level"), ++position, from.value_or(first_day()),
                                   to));
    }
    return {};
}

/// Answers how many aliases are new.
Result<int> load_group(database::Transaction& transaction, const text::Table& table,
                       const text::Table::Row& row, int position)
{
    const auto name = table.at(row, "name");
    TRY(transaction.change_one(sql::save_group, next_id(), table.at(row, "key"), name,
                               name_key(name), table.at(row, "is_open") == "1", position));
    const GroupId group = TRY(group_by_key(transaction, table.at(row, "key"))).id;
    for (const auto kind : text::list_of(table.at(row, "kinds"), ',')) {
        TRY(transaction.change(sql::insert_group_rule, group, kind, first_day(),
                               std::optional<Date>{}));
    }
    int added = 0;
    for (const auto alias : text::list_of(table.at(row, "aliases"), '|')) {
        const auto stored =
            store_alias(transaction, {.text = std::string(alias), .target = group, .validity = {}});
        // An office may have given this alias to somebody of its own: its choice stays.
        if (!stored && stored.error().kind != Failure::conflict)
            return tl::unexpected<Error>(stored.error());
        if (stored && *stored) ++added;
    }
    return added;
}

}  // namespace

Result<void> load_reference(Context& context)
{
    auto transaction = TRY(context.begin());
    TRY(load_kinds(transaction));
    TRY(load_special_days(transaction));
    TRY(load_office_hours(transaction));
    const auto table = TRY(text::Table::parse(reference_data::organisation_groups));
    int position = 0;
    int added = 0;
    for (const auto& row : table.rows()) {
        const int of_group = TRY(load_group(transaction, table, row, ++position));
        added += of_group;
    }
    TRY(refresh_sort_keys(transaction));
    if (added > 0) {
        const auto detail = json::Value::object().set("aliases", added);
        TRY(context.record(transaction, "organisation.reference.loaded", "organisation.group", 0,
                           json::dump(detail)));
    }
    return transaction.commit();
}

}  // namespace caicach::organisation
