#include "organisation/calendar/special_days.hpp"

#include <algorithm>
#include <iterator>

#include "calendar/explanation.hpp"
#include "database/turn.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "manifest/context.hpp"
#include "organisation/calendar/limits.hpp"
#include "organisation/sql.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{
namespace
{

using calendar::DayKind;
using calendar::SpecialDay;

KeptDay kept_day(const database::Row& row)
{
    const auto kind = calendar::day_kind_from(row.text("kind"));
    VERIFY(kind);
    return {.id = row.id<SpecialDayId>("id"),
            .day = {.from = row.date("first_day"),
                    .to = row.date("last_day"),
                    .kind = *kind,
                    .name = row.string("name"),
                    .source = row.string("source")},
            .version = row.integer("version")};
}

tl::unexpected<Error> refused(std::string_view what, std::string field,
                              std::vector<std::string> arguments = {})
{
    return failure(Failure::invalid, "organisation.calendar." + std::string(what), std::move(field),
                   std::move(arguments));
}

Result<void> check_weekdays(const SpecialDay& day)
{
    constexpr int saturday = 6;
    if (calendar::is_off(day.kind)) return {};
    for (auto each = day.from; each <= day.to; each = each.plus_days(1)) {
        const bool is_weekend = each.weekday() >= saturday;
        if (day.kind == DayKind::worked && !is_weekend)
            return refused("not_a_weekend", "from", {calendar::with_weekday(each)});
        if (day.kind != DayKind::worked && is_weekend)
            return refused("not_a_weekday", "from", {calendar::with_weekday(each)});
    }
    return {};
}

/// Against all rows but the one that is changed.
Result<void> check_free(std::span<const KeptDay> rows, const SpecialDay& day, SpecialDayId but = {})
{
    const auto taken = std::ranges::find_if(rows, [&](const KeptDay& row) {
        return row.id != but && row.day.from <= day.to && day.from <= row.day.to;
    });
    if (taken == rows.end()) return {};
    return failure(Failure::conflict, "organisation.calendar.overlaps", "from",
                   {calendar::span_in_words(taken->day.from, taken->day.to), taken->day.name});
}

Result<void> insert(database::Transaction& transaction, const SpecialDay& day,
                    const std::optional<std::string>& reference_key)
{
    return transaction.change_one(sql::insert_special_day, make_id<SpecialDayId>(), day.from,
                                  day.to, calendar::name_of(day.kind), day.name, day.source,
                                  reference_key);
}

json::Value fields_of(const SpecialDay& day)
{
    return json::Value::object()
        .set("from", day.from.iso())
        .set("to", day.to.iso())
        .set("kind", calendar::name_of(day.kind))
        .set("name", day.name)
        .set("source", day.source);
}

Result<void> record(Context& context, database::Transaction& transaction, std::string_view action,
                    std::string_view detail)
{
    return context.record(transaction, action, "organisation.calendar", 0, detail);
}

Result<std::vector<MovedDueDate>> recounted(Context& context, database::Transaction& transaction)
{
    std::vector<MovedDueDate> moved;
    TRY(context.publish(transaction, CalendarChanged{.moved = &moved}));
    return moved;
}

}  // namespace

Result<std::vector<KeptDay>> special_days(database::Transaction& transaction)
{
    return transaction.all(sql::special_days, kept_day, limits::special_days_max);
}

Result<KeptDay> special_day(database::Transaction& transaction, Date first)
{
    auto rows = TRY(special_days(transaction));
    const auto found =
        std::ranges::find(rows, first, [](const KeptDay& row) { return row.day.from; });
    if (found == rows.end())
        return failure(Failure::not_found, "organisation.calendar.day_not_found");
    return std::move(*found);
}

Result<void> check(const SpecialDay& day)
{
    if (day.to < day.from) return refused("backwards", "to");
    if (day.to.days_since_1970() - day.from.days_since_1970() >= limits::special_day_length_max)
        return refused("too_long", "to", {std::to_string(limits::special_day_length_max)});
    if (day.from.year() < limits::calendar_year_min || day.to.year() > limits::calendar_year_max)
        return refused(
            "year", "from",
            {std::to_string(limits::calendar_year_min), std::to_string(limits::calendar_year_max)});
    if (day.name.empty()) return refused("name_missing", "name");
    if (text::length(day.name) > limits::day_name_length_max)
        return refused("name_too_long", "name", {std::to_string(limits::day_name_length_max)});
    if (day.source.empty()) return refused("source_missing", "source");
    if (text::length(day.source) > limits::day_source_length_max)
        return refused("source_too_long", "source",
                       {std::to_string(limits::day_source_length_max)});
    return check_weekdays(day);
}

Result<std::vector<MovedDueDate>> add_special_days(Context& context,
                                                   database::Transaction& transaction,
                                                   std::span<const SpecialDay> days)
{
    // Due days and what agencies owe are made anew of it below.
    TRY(database::take_turn(transaction, database::Turn::alone));
    auto rows = TRY(special_days(transaction));
    if (std::ssize(rows) + std::ssize(days) > limits::special_days_max)
        return refused("too_many", "from", {std::to_string(limits::special_days_max)});
    for (const auto& day : days) {
        TRY(check(day));
        TRY(check_free(rows, day));
        TRY(insert(transaction, day, {}));
        TRY(record(context, transaction, "organisation.calendar.day_added",
                   beginning_detail(fields_of(day))));
        rows.push_back({.id = make_id<SpecialDayId>(), .day = day});
    }
    return recounted(context, transaction);
}

Result<std::vector<MovedDueDate>> change_special_day(Context& context,
                                                     database::Transaction& transaction,
                                                     const KeptDay& row, const SpecialDay& day)
{
    TRY(database::take_turn(transaction, database::Turn::alone));
    TRY(check(day));
    const auto rows = TRY(special_days(transaction));
    TRY(check_free(rows, day, row.id));
    TRY(transaction.change_one(sql::save_special_day, row.id, row.version, day.from, day.to,
                               calendar::name_of(day.kind), day.name, day.source));
    TRY(record(context, transaction, "organisation.calendar.day_changed",
               change_detail(fields_of(row.day), fields_of(day))));
    return recounted(context, transaction);
}

Result<std::vector<MovedDueDate>> remove_special_day(Context& context,
                                                     database::Transaction& transaction,
                                                     const KeptDay& row)
{
    TRY(database::take_turn(transaction, database::Turn::alone));
    TRY(transaction.change_one(sql::remove_special_day, row.id, row.version));
    TRY(record(context, transaction, "organisation.calendar.day_removed",
               ending_detail(fields_of(row.day))));
    return recounted(context, transaction);
}

Result<void> load_special_days(database::Transaction& transaction)
{
    const auto keys =
        TRY(transaction.all(sql::special_day_reference_keys,
                            [](const database::Row& row) { return row.string("reference_key"); }));
    auto rows = TRY(special_days(transaction));
    const auto days = TRY(reference_days());
    for (const auto& day : days) {
        const auto key = day.from.iso();
        if (std::ranges::binary_search(keys, key) || !check_free(rows, day)) continue;
        TRY(insert(transaction, day, key));
        rows.push_back({.id = make_id<SpecialDayId>(), .day = day});
    }
    return {};
}

}  // namespace caicach::organisation
