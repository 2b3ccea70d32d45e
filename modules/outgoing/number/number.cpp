#include "outgoing/number/number.hpp"

#include <utility>

#include "document/official_outline.hpp"
#include "manifest/change_detail.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/sql.hpp"

namespace caicach::outgoing
{
namespace
{

GivenNumber number_from(const database::Row& row)
{
    return {.number = static_cast<int>(row.integer("number")),
            .entry = {.document = row.maybe_id<DocumentId>("document_id").value_or(DocumentId{}),
                      .symbol = row.string("symbol"),
                      .issued_on = row.date("issued_on"),
                      .about = row.string("about")},
            .is_by_hand = row.boolean("is_by_hand"),
            .state = row.text("state") == "used" ? NumberState::used : NumberState::voided,
            .reason = row.string("reason")};
}

/// Whether the number was nobody's before.
Result<bool> insert(Context& context, database::Transaction& transaction, const NumberPlace& place,
                    int number, const NumberEntry& entry, bool is_by_hand)
{
    const auto document = entry.document ? std::optional<DocumentId>{entry.document} : std::nullopt;
    const auto inserted = TRY(transaction.change(sql::insert_number, place.agency, place.series,
                                                 place.year, number, entry.symbol, entry.issued_on,
                                                 entry.about, document, is_by_hand, context.now()));
    return inserted == 1;
}

/// An audit line belongs to the place: agency, series and year tell which.
json::Value said_of(const NumberPlace& place, int number)
{
    json::Value said;
    said.set("series", place.series).set("year", place.year).set("number", number);
    return said;
}

Result<void> record(Context& context, database::Transaction& transaction, std::string_view action,
                    const NumberPlace& place, json::Value said)
{
    return context.record(transaction, action, "organisation.agency", place.agency.value,
                          beginning_detail(std::move(said)));
}

}  // namespace

std::string number_text(int number, std::string_view symbol)
{
    return document::official_number(number, symbol);
}

Result<int> take_number(Context& context, database::Transaction& transaction,
                        const NumberPlace& place, const NumberEntry& entry)
{
    VERIFY(entry.issued_on.year() == place.year);
    const auto last = [](const database::Row& row) {
        return static_cast<int>(row.integer("last"));
    };
    for (int tries = 0; tries <= limits::numbers_skipped_max; ++tries) {
        const int number =
            TRY(transaction.one(sql::next_number, last, place.agency, place.series, place.year));
        if (number > limits::number_max) break;
        const bool is_free = TRY(insert(context, transaction, place, number, entry, false));
        if (!is_free) continue;  // entered by hand before
        TRY(record(context, transaction, "outgoing.number.taken", place, said_of(place, number)));
        return number;
    }
    return failure(Failure::conflict, "outgoing.number.none_left", "number",
                   {std::to_string(limits::numbers_skipped_max)});
}

Result<void> enter_number(Context& context, database::Transaction& transaction,
                          const NumberPlace& place, int number, const NumberEntry& entry)
{
    if (entry.issued_on.year() != place.year)
        return failure(Failure::invalid, "outgoing.number.year", "issued_on",
                       {std::to_string(place.year)});
    const bool is_free = TRY(insert(context, transaction, place, number, entry, true));
    if (!is_free)
        return failure(Failure::conflict, "outgoing.number.taken", "number",
                       {number_text(number, entry.symbol)});
    return record(context, transaction, "outgoing.number.entered", place, said_of(place, number));
}

Result<void> void_number(Context& context, database::Transaction& transaction,
                         const NumberPlace& place, int number, std::string_view reason)
{
    if (reason.empty())
        return failure(Failure::invalid, "outgoing.number.reason_missing", "reason");
    const auto given = TRY(transaction.maybe_one(sql::number_given, number_from, place.agency,
                                                 place.series, place.year, number));
    if (!given) return failure(Failure::invalid, "outgoing.number.not_found", "void_number");
    const auto changed = TRY(transaction.change(sql::void_number, place.agency, place.series,
                                                place.year, number, reason));
    if (changed == 0) return failure(Failure::conflict, "outgoing.number.voided", "void_number");
    auto said = said_of(place, number);
    said.set("reason", reason);
    return record(context, transaction, "outgoing.number.voided", place, std::move(said));
}

Result<void> begin_after(Context& context, database::Transaction& transaction,
                         const NumberPlace& place, int last)
{
    const auto changed =
        TRY(transaction.change(sql::begin_counter, place.agency, place.series, place.year, last));
    if (changed == 0) return failure(Failure::conflict, "outgoing.number.begun", "begun_after");
    return record(context, transaction, "outgoing.number.begun", place, said_of(place, last));
}

Result<Counter> counter_of(database::Transaction& transaction, const NumberPlace& place)
{
    const auto found = TRY(transaction.maybe_one(
        sql::counter,
        [](const database::Row& row) {
            return Counter{.last = static_cast<int>(row.integer("last")),
                           .begun_after = static_cast<int>(row.integer("begun_after"))};
        },
        place.agency, place.series, place.year));
    return found.value_or(Counter{});
}

Result<std::vector<GivenNumber>> numbers_before(database::Transaction& transaction,
                                                const NumberPlace& place, std::int64_t before,
                                                int count)
{
    return transaction.all(sql::numbers_before, number_from, place.agency, place.series, place.year,
                           before, count);
}

}  // namespace caicach::outgoing
