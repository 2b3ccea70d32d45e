#include "outgoing/list/recipient_list.hpp"

#include <algorithm>
#include <utility>

#include "crypto/public_code.hpp"
#include "manifest/change_detail.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/list/recipient.hpp"
#include "outgoing/sql.hpp"

namespace caicach::outgoing
{
namespace
{

using Lines = std::vector<std::string>;

constexpr std::string_view object_type = "outgoing.list";

RecipientList list_from(const database::Row& row)
{
    return {.id = row.id<ListId>("id"),
            .code = row.string("code"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .name = row.string("name"),
            .version = row.integer("version")};
}

Result<Lines> checked(Lines lines)
{
    if (lines.empty()) return failure(Failure::invalid, "outgoing.list.empty", "lines");
    if (lines.size() >= limits::addressees_max)
        return failure(Failure::too_large, "outgoing.document.too_many_lines", "lines",
                       {std::to_string(limits::addressees_max - 1)});
    return with_copy_last(std::move(lines));
}

Result<void> check_name(database::Transaction& transaction, organisation::AgencyId agency,
                        std::string_view name, ListId own)
{
    const auto all = TRY(lists_of(transaction, agency));
    const auto found = std::ranges::find(all, name, &RecipientList::name);
    if (found != all.end() && found->id != own)
        return failure(Failure::conflict, "outgoing.list.taken", "name");
    if (!own && all.size() >= limits::lists_max)
        return failure(Failure::too_large, "outgoing.list.too_many", "name",
                       {std::to_string(limits::lists_max)});
    return {};
}

Result<void> write_lines(database::Transaction& transaction, ListId list, const Lines& lines)
{
    TRY(transaction.change(sql::delete_list_lines, list));
    std::int64_t place = 0;
    for (const auto& line : lines)
        TRY(transaction.change_one(sql::insert_list_line, list, ++place, line));
    return {};
}

json::Value said_of(std::string_view name, const Lines& lines)
{
    auto said = json::Value::array();
    for (const auto& line : lines) said.push(line);
    return json::Value::object().set("name", name).set("recipients", std::move(said));
}

}  // namespace

Result<std::vector<RecipientList>> lists_of(database::Transaction& transaction,
                                            organisation::AgencyId agency)
{
    return transaction.all(sql::lists_of_agency, list_from, agency, limits::lists_max);
}

Result<RecipientList> list_by_code(database::Transaction& transaction, std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found = TRY(transaction.maybe_one(sql::list_by_code, list_from, asked.value_or("")));
    if (!found) return failure(Failure::not_found, "outgoing.list.not_found");
    return std::move(*found);
}

Result<Lines> lines_of(database::Transaction& transaction, ListId list)
{
    return transaction.all(
        sql::list_lines, [](const database::Row& row) { return row.string("text"); }, list,
        static_cast<std::int64_t>(limits::addressees_max));
}

Result<RecipientList> add_list(Context& context, database::Transaction& transaction,
                               organisation::AgencyId agency, std::string name, Lines lines)
{
    lines = TRY(checked(std::move(lines)));
    TRY(check_name(transaction, agency, name, {}));
    RecipientList list{.id = make_id<ListId>(),
                       .code = crypto::make_public_code(),
                       .agency = agency,
                       .name = std::move(name),
                       .version = 1};
    TRY(transaction.change_one(sql::insert_list, list.id, list.code, list.agency, list.name));
    TRY(write_lines(transaction, list.id, lines));
    TRY(context.record(transaction, "outgoing.list.added", object_type, list.id.value,
                       beginning_detail(said_of(list.name, lines))));
    return list;
}

Result<void> change_list(Context& context, database::Transaction& transaction,
                         const RecipientList& list, const std::string& name, Lines lines)
{
    lines = TRY(checked(std::move(lines)));
    TRY(check_name(transaction, list.agency, name, list.id));
    const auto before = TRY(lines_of(transaction, list.id));
    TRY(transaction.change_one(sql::rename_list, list.id, list.version, name));
    TRY(write_lines(transaction, list.id, lines));
    return context.record(transaction, "outgoing.list.changed", object_type, list.id.value,
                          change_detail(said_of(list.name, before), said_of(name, lines)));
}

Result<void> remove_list(Context& context, database::Transaction& transaction,
                         const RecipientList& list)
{
    const auto before = TRY(lines_of(transaction, list.id));
    TRY(transaction.change(sql::delete_list_lines, list.id));
    TRY(transaction.change_one(sql::delete_list, list.id, list.version));
    return context.record(transaction, "outgoing.list.removed", object_type, list.id.value,
                          ending_detail(said_of(list.name, before)));
}

}  // namespace caicach::outgoing
