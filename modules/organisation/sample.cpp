#include <cstddef>
#include <span>
#include <string_view>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"
#include "organisation/registration.hpp"
#include "organisation/sql.hpp"
#include "text/table.hpp"

namespace caicach::organisation
{
namespace
{

/// Days as the file has them; what is empty is `otherwise`'s.
Result<Validity> read_days(std::string_view from, std::string_view to, const Validity& otherwise,
                           int line)
{
    Validity validity = otherwise;
    if (!from.empty()) {
        const auto day = Date::from_iso(from);
        if (!day) return text::malformed_line(line, from);
        validity.from = *day;
    }
    if (!to.empty()) {
        validity.to = Date::from_iso(to);
        if (!validity.to) return text::malformed_line(line, to);
    }
    return validity;
}

/// "Sở Cũ@2020-01-01..2025-02-28"
Result<NewAlias> read_alias(std::string_view piece, AgencyId agency, const Validity& days, int line)
{
    const auto at = piece.find('@');
    const auto text = piece.substr(0, at);
    const auto span = at == std::string_view::npos ? std::string_view{} : piece.substr(at + 1);
    const auto dots = span.find("..");
    const auto from = span.substr(0, dots);
    const auto to = dots == std::string_view::npos ? std::string_view{} : span.substr(dots + 2);
    const auto validity = TRY(read_days(from, to, days, line));
    return NewAlias{.text = std::string(text), .target = agency, .validity = validity};
}

Result<DatedName> read_name(const text::Table& table, const text::Table::Row& row)
{
    const auto validity =
        TRY(read_days(table.at(row, "valid_from"), table.at(row, "valid_to"), {}, row.line));
    return DatedName{.name = std::string(table.at(row, "name")),
                     .short_name = std::string(table.at(row, "short_name")),
                     .kind = std::string(table.at(row, "kind")),
                     .validity = validity};
}

/// One agency: its rows are its names, oldest first; parent and aliases stand in the last.
Result<void> seed_agency(Context& context, database::Transaction& transaction,
                         const text::Table& table, std::span<const text::Table::Row> rows)
{
    const auto& last = rows.back();
    std::vector<DatedName> names;
    for (const auto& row : rows) {
        auto name = TRY(read_name(table, row));
        names.push_back(std::move(name));
    }
    NewAgency agency{.code = std::string(table.at(last, "code"))};
    agency.validity = {.from = names.front().validity.from, .to = names.back().validity.to};
    if (const auto parent = table.at(last, "parent"); !parent.empty())
        agency.parent = TRY(agency_by_code(transaction, parent, agency.validity.from)).id;

    const auto id = TRY(create_agency_with_names(context, transaction, agency, names));
    for (const auto piece : text::list_of(table.at(last, "aliases"), '|')) {
        const auto alias = TRY(read_alias(piece, id, agency.validity, last.line));
        TRY(store_alias(transaction, alias));
    }
    return {};
}

Result<bool> is_known(database::Transaction& transaction, std::string_view code)
{
    const auto found = [](const database::Row& row) { return row.integer("found") > 0; };
    return transaction.one(sql::code_is_used, found, code);
}

}  // namespace

Result<void> seed_sample(Context& context, std::string_view file_text)
{
    TRY(load_reference(context));
    const auto table = TRY(text::Table::parse(file_text));
    const std::span rows = table.rows();
    auto transaction = TRY(context.begin());
    for (std::size_t first = 0, next = 0; first < rows.size(); first = next) {
        const auto code = table.at(rows[first], "code");
        for (next = first + 1; next < rows.size() && table.at(rows[next], "code") == code;) ++next;
        const bool is_there = TRY(is_known(transaction, code));
        if (!is_there)
            TRY(seed_agency(context, transaction, table, rows.subspan(first, next - first)));
    }
    return transaction.commit();
}

}  // namespace caicach::organisation
