#include <charconv>
#include <utility>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"
#include "organisation/reorganisation.hpp"
#include "text/table.hpp"

/// Decisions from a file: the history of a province, told once.
namespace caicach::organisation
{
namespace
{

constexpr int share_of_percent = whole_share / 100;

Result<AgencyId> agency_in(database::Transaction& transaction, std::string_view code, Date day,
                           int line)
{
    const auto agency = agency_by_code(transaction, code, day);
    if (!agency) return text::malformed_line(line, code);
    return agency->id;
}

/// "XTT=40"
Result<Heir> heir_in(database::Transaction& transaction, std::string_view piece, Date day, int line)
{
    const auto sign = piece.find('=');
    if (sign == std::string_view::npos) return text::malformed_line(line, piece);
    const auto number = piece.substr(sign + 1);
    int percent{};
    const auto [end, error] =
        std::from_chars(number.data(), number.data() + number.size(), percent);
    if (error != std::errc{} || end != number.data() + number.size() || percent < 0 ||
        percent > 100)
        return text::malformed_line(line, piece);
    const AgencyId agency = TRY(agency_in(transaction, piece.substr(0, sign), day, line));
    return Heir{.agency = agency, .share = percent * share_of_percent};
}

Result<Reorganisation> decision_in(database::Transaction& transaction, const text::Table& table,
                                   const text::Table::Row& row)
{
    const auto kind = reorganisation_kind(table.at(row, "kind"));
    if (!kind) return text::malformed_line(row.line, table.at(row, "kind"));
    const auto day = Date::from_iso(table.at(row, "day"));
    if (!day) return text::malformed_line(row.line, table.at(row, "day"));
    Reorganisation what{.kind = *kind,
                        .day = *day,
                        .document = std::string(table.at(row, "document")),
                        .name = std::string(table.at(row, "name")),
                        .short_name = std::string(table.at(row, "short_name"))};
    what.subject = TRY(agency_in(transaction, table.at(row, "subject"), *day, row.line));
    if (const auto code = table.at(row, "names_to"); !code.empty())
        what.names_to = TRY(agency_in(transaction, code, *day, row.line));
    for (const auto piece : text::list_of(table.at(row, "others"), '|')) {
        if (*kind == ReorganisationKind::merge) {
            const AgencyId merged = TRY(agency_in(transaction, piece, *day, row.line));
            what.merged.push_back(merged);
        } else {
            const auto heir = TRY(heir_in(transaction, piece, *day, row.line));
            what.heirs.push_back(heir);
        }
    }
    return what;
}

}  // namespace

Result<void> seed_reorganisations(Context& context, std::string_view file_text)
{
    const auto table = TRY(text::Table::parse(file_text));
    auto transaction = TRY(context.begin());
    for (const auto& row : table.rows()) {
        const auto what = TRY(decision_in(transaction, table, row));
        TRY(reorganise(context, transaction, what));
    }
    return transaction.commit();
}

}  // namespace caicach::organisation
