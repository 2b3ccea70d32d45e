#include "outgoing/number/series.hpp"

#include <algorithm>
#include <utility>

#include "crypto/public_code.hpp"
#include "manifest/change_detail.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/sql.hpp"
#include "text/slug.hpp"
#include "text/text.hpp"

namespace caicach::outgoing
{
namespace
{

Series series_from(const database::Row& row)
{
    Series series{.id = row.id<SeriesId>("id"),
                  .code = row.string("code"),
                  .agency = row.id<organisation::AgencyId>("agency_id"),
                  .key = row.string("key"),
                  .name = row.string("name"),
                  .symbol = row.string("symbol"),
                  .board = row.string("board"),
                  .validity = {row.date("valid_from"), row.maybe_date("valid_to")},
                  .version = row.integer("version")};
    for (const auto key : text::split(row.text("kinds"), ' '))
        if (!key.empty()) series.kinds.emplace_back(key);
    return series;
}

/// What may stand in a symbol: letters, digits, and the signs that part groups of them.
bool is_symbol(std::string_view symbol)
{
    const auto bare = text::replace_all(symbol, kind_tag, "K");
    const bool is_spaced = bare.find_first_of(" \t\n/;()") != std::string::npos;
    return !bare.empty() && !is_spaced && bare.front() != '-' && bare.back() != '-';
}

bool share_a_day(const organisation::Validity& one, const organisation::Validity& other)
{
    return (!one.to || other.from <= *one.to) && (!other.to || one.from <= *other.to);
}

/// Whether both would number the same document, so that nobody knew which of them does.
bool compete(const Series& one, const Series& other)
{
    if (one.board != other.board) return false;
    if (one.kinds.empty() || other.kinds.empty()) return one.kinds.empty() == other.kinds.empty();
    return std::ranges::any_of(one.kinds, [&](const std::string& kind) {
        return std::ranges::find(other.kinds, kind) != other.kinds.end();
    });
}

Result<void> check_against(const Series& series, const std::vector<Series>& others)
{
    for (const auto& other : others) {
        if (!share_a_day(series.validity, other.validity)) continue;
        if (other.key == series.key)
            return failure(Failure::conflict, "outgoing.series.taken", "name", {other.name});
        if (compete(series, other))
            return failure(Failure::conflict, "outgoing.series.kind_taken", "kinds", {other.name});
    }
    return {};
}

json::Value said_of(const Series& series)
{
    json::Value said;
    said.set("name", series.name)
        .set("symbol", series.symbol)
        .set("kinds", text::join(series.kinds, " "))
        .set("board", series.board)
        .set("valid_from", series.validity.from.iso());
    return said;
}

}  // namespace

std::string symbol_of(const Series& series, const DocumentKind& kind)
{
    auto symbol = series.symbol;
    // "((loai))-SNV" of a letter is "SNV".
    if (kind.mark.empty()) symbol = text::replace_all(symbol, std::string(kind_tag) + "-", "");
    return text::replace_all(symbol, kind_tag, kind.mark);
}

Result<Series> add_series(Context& context, database::Transaction& transaction,
                          const NewSeries& wanted)
{
    Series series{.id = make_id<SeriesId>(),
                  .code = crypto::make_public_code(),
                  .agency = wanted.agency,
                  .key = text::slug(wanted.name),
                  .name = wanted.name,
                  .kinds = wanted.kinds,
                  .symbol = wanted.symbol,
                  .board = wanted.board,
                  .validity = {.from = wanted.from},
                  .version = 1};
    if (series.key.empty()) return failure(Failure::invalid, "outgoing.series.name", "name");
    if (!is_symbol(series.symbol))
        return failure(Failure::invalid, "outgoing.series.symbol", "symbol");
    for (const auto& kind : series.kinds) {
        const auto known = document_kind(kind, wanted.from);
        if (!known) return failure(Failure::invalid, "outgoing.kind.unknown", "kinds");
    }
    const auto others = TRY(series_of(transaction, wanted.agency));
    if (others.size() >= limits::series_max)
        return failure(Failure::too_large, "outgoing.series.too_many", "name",
                       {std::to_string(limits::series_max)});
    TRY(check_against(series, others));
    TRY(transaction.change_one(sql::insert_series, series.id, series.code, series.agency,
                               series.key, series.name, text::join(series.kinds, " "),
                               series.symbol, series.board, series.validity.from));
    TRY(context.record(transaction, "outgoing.series.added", "outgoing.series", series.id.value,
                       beginning_detail(said_of(series))));
    return series;
}

Result<void> end_series(Context& context, database::Transaction& transaction, const Series& series,
                        Date last)
{
    if (last < series.validity.from)
        return failure(Failure::invalid, "outgoing.series.ended_before", "last",
                       {series.validity.from.vietnamese()});
    TRY(transaction.change_one(sql::end_series, series.id, series.version, last));
    return context.record(transaction, "outgoing.series.ended", "outgoing.series", series.id.value,
                          change_detail({}, json::Value::object().set("valid_to", last.iso())));
}

Result<std::vector<Series>> series_of(database::Transaction& transaction,
                                      organisation::AgencyId agency)
{
    return transaction.all(sql::series_of_agency, series_from, agency, limits::series_max);
}

Result<Series> series_by_code(database::Transaction& transaction, std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found = TRY(transaction.maybe_one(sql::series_by_code, series_from, asked.value_or("")));
    if (!found) return failure(Failure::not_found, "outgoing.series.not_found");
    return std::move(*found);
}

std::vector<Series> series_for(const std::vector<Series>& all, std::string_view kind, Date day)
{
    std::vector<Series> own;
    std::vector<Series> common;
    std::vector<Series> boards;
    for (const auto& one : all) {
        if (!one.validity.holds_on(day)) continue;
        const bool names = std::ranges::find(one.kinds, kind) != one.kinds.end();
        if (!names && !one.kinds.empty()) continue;
        auto& kept = one.board.empty() ? (names ? own : common) : boards;
        kept.push_back(one);
    }
    auto found = own.empty() ? std::move(common) : std::move(own);
    found.insert(found.end(), boards.begin(), boards.end());
    return found;
}

}  // namespace caicach::outgoing
