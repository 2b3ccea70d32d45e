#include "organisation/calendar/office_hours_record.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "database/turn.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "manifest/context.hpp"
#include "organisation/calendar/limits.hpp"
#include "organisation/reference_data.hpp"
#include "organisation/sql.hpp"
#include "text/table.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{
namespace
{

using calendar::WeeklyHours;

constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

KeptHours kept_hours(const database::Row& row)
{
    KeptHours kept{.agency = row.id<AgencyId>("agency_id"),
                   .hours = {.valid_from = row.date("valid_from"),
                             .valid_to = row.maybe_date("valid_to"),
                             .source = row.string("source")}};
    for (std::size_t weekday = 0; weekday < weekdays.size(); ++weekday) {
        auto hours = calendar::hours_from(row.text(weekdays.at(weekday)));
        VERIFY(hours);
        kept.hours.of_weekday.at(weekday) = std::move(*hours);
    }
    return kept;
}

tl::unexpected<Error> refused(Failure kind, std::string_view what, std::string field,
                              std::vector<std::string> arguments = {})
{
    return failure(kind, "organisation.calendar." + std::string(what), std::move(field),
                   std::move(arguments));
}

Result<void> check(const WeeklyHours& hours)
{
    const bool is_closed = std::ranges::all_of(
        hours.of_weekday, [](const calendar::Hours& day) { return day.empty(); });
    if (is_closed) return refused(Failure::invalid, "hours_none", "monday");
    if (hours.valid_to && *hours.valid_to < hours.valid_from)
        return refused(Failure::invalid, "hours_backwards", "valid_to");
    if (hours.source.empty()) return refused(Failure::invalid, "source_missing", "source");
    if (text::length(hours.source) > limits::day_source_length_max)
        return refused(Failure::invalid, "source_too_long", "source",
                       {std::to_string(limits::day_source_length_max)});
    return {};
}

Result<void> insert(database::Transaction& transaction, const KeptHours& kept)
{
    const auto on = [&](std::size_t weekday) {
        return calendar::in_words(kept.hours.of_weekday.at(weekday));
    };
    return transaction.change_one(sql::insert_office_hours, kept.agency, kept.hours.valid_from,
                                  kept.hours.valid_to, on(0), on(1), on(2), on(3), on(4), on(5),
                                  on(6), kept.hours.source);
}

Result<void> record(Context& context, database::Transaction& transaction, std::string_view action,
                    AgencyId agency, std::string_view detail)
{
    if (agency == whole_province)
        return context.record(transaction, action, "organisation.calendar", 0, detail);
    return context.record(transaction, action, "organisation.agency", agency.value, detail);
}

json::Value fields_of(const WeeklyHours& hours)
{
    auto fields = json::Value::object().set("valid_from", hours.valid_from.iso());
    if (hours.valid_to) fields.set("valid_to", hours.valid_to->iso());
    for (std::size_t weekday = 0; weekday < weekdays.size(); ++weekday)
        fields.set(weekdays.at(weekday), calendar::in_words(hours.of_weekday.at(weekday)));
    return fields.set("source", hours.source);
}

Result<std::vector<MovedDueDate>> recounted(Context& context, database::Transaction& transaction)
{
    std::vector<MovedDueDate> moved;
    TRY(context.publish(transaction, CalendarChanged{.moved = &moved}));
    return moved;
}

}  // namespace

Result<std::vector<KeptHours>> office_hours(database::Transaction& transaction)
{
    return transaction.all(sql::office_hours, kept_hours, limits::office_hours_max);
}

Result<std::vector<MovedDueDate>> add_office_hours(Context& context,
                                                   database::Transaction& transaction,
                                                   const KeptHours& hours)
{
    // Due days and what agencies owe are made anew of it below.
    TRY(database::take_turn(transaction, database::Turn::alone));
    TRY(check(hours.hours));
    const auto all = TRY(office_hours(transaction));
    if (std::ssize(all) >= limits::office_hours_max)
        return refused(Failure::invalid, "hours_too_many", "agency",
                       {std::to_string(limits::office_hours_max)});
    const auto is_taken = [&](const KeptHours& each) {
        return each.agency == hours.agency && each.hours.valid_from == hours.hours.valid_from;
    };
    if (std::ranges::any_of(all, is_taken))
        return refused(Failure::conflict, "hours_taken", "valid_from");
    TRY(insert(transaction, hours));
    TRY(record(context, transaction, "organisation.calendar.hours_added", hours.agency,
               beginning_detail(fields_of(hours.hours))));
    return recounted(context, transaction);
}

Result<std::vector<MovedDueDate>> remove_office_hours(Context& context,
                                                      database::Transaction& transaction,
                                                      AgencyId agency, Date valid_from)
{
    TRY(database::take_turn(transaction, database::Turn::alone));
    const auto all = TRY(office_hours(transaction));
    const bool is_last = std::ranges::count(all, whole_province, &KeptHours::agency) == 1 &&
                         agency == whole_province;
    const auto held = std::ranges::find_if(all, [&](const KeptHours& each) {
        return each.agency == agency && each.hours.valid_from == valid_from;
    });
    if (held == all.end()) return refused(Failure::not_found, "hours_not_found", {});
    const std::int64_t removed =
        TRY(transaction.change(sql::delete_office_hours, agency, valid_from));
    if (removed == 0) return refused(Failure::not_found, "hours_not_found", {});
    if (is_last) return refused(Failure::conflict, "hours_last", {});
    TRY(record(context, transaction, "organisation.calendar.hours_removed", agency,
               ending_detail(fields_of(held->hours))));
    return recounted(context, transaction);
}

Result<void> load_office_hours(database::Transaction& transaction)
{
    const auto all = TRY(office_hours(transaction));
    if (std::ranges::any_of(all,
                            [](const KeptHours& each) { return each.agency == whole_province; }))
        return {};
    const auto table = TRY(text::Table::parse(reference_data::office_hours));
    for (const auto& row : table.rows()) {
        const auto from = Date::from_iso(table.at(row, "valid_from"));
        if (!from) return text::malformed_line(row.line, table.at(row, "valid_from"));
        KeptHours kept{
            .hours = {.valid_from = *from, .source = std::string(table.at(row, "source"))}};
        for (std::size_t weekday = 0; weekday < weekdays.size(); ++weekday) {
            auto hours = calendar::hours_from(table.at(row, weekdays.at(weekday)));
            if (!hours) return text::malformed_line(row.line, weekdays.at(weekday));
            kept.hours.of_weekday.at(weekday) = std::move(*hours);
        }
        TRY(insert(transaction, kept));
    }
    return {};
}

}  // namespace caicach::organisation
