#include "obligation/due_days.hpp"

#include "manifest/row_days.hpp"
#include "obligation/limits.hpp"
#include "obligation/reference_data.hpp"
#include "organisation/api.hpp"

namespace caicach::obligation
{
namespace
{

using calendar::OnDayOff;

constexpr std::string_view by = "by";
constexpr std::string_view before = "before";
constexpr std::string_view end = "end";

std::string_view key_of(plan::Limit limit) { return limit == plan::Limit::by ? by : before; }

calendar::Limit limit_of(plan::Limit limit)
{
    return limit == plan::Limit::by ? calendar::Limit::by : calendar::Limit::before;
}

int months_in(calendar::Length length)
{
    switch (length) {
        case calendar::Length::week:
        case calendar::Length::month:
            return 1;
        case calendar::Length::quarter:
            return 3;
        case calendar::Length::half:
            return 6;
        case calendar::Length::year:
            return 12;
    }
    return 1;
}

/// From the last month of the period to the one of which the day is.
int months_after(plan::DueMonth month, const calendar::Period& period)
{
    if (month == plan::DueMonth::after) return 1;
    return month == plan::DueMonth::first ? 1 - months_in(period.scheme.length()) : 0;
}

}  // namespace

Result<DueDays> DueDays::load(database::Transaction& transaction)
{
    auto days = TRY(organisation::working_days(transaction));
    return with(std::move(days));
}

Result<DueDays> DueDays::with(calendar::WorkingDays days)
{
    static const Result<std::vector<Reading>> readings = readings_of_file();  // read once
    if (!readings) return tl::unexpected<Error>(readings.error());
    return DueDays(std::move(days), *readings);
}

const text::ReferenceFile& DueDays::file()
{
    static constexpr text::ReferenceFile file{"due_readings.csv", reference_data::due_readings,
                                              check};
    return file;
}

Result<std::vector<DueDays::Reading>> DueDays::readings_of_file()
{
    const auto table = TRY(text::table_of(file()));
    return read(table);
}

Result<void> DueDays::check(const text::Table& table)
{
    TRY(read(table));
    for (const auto limit : {by, before, end}) TRY(text::require_unended(table, "limit", limit));
    return {};
}

Result<std::vector<DueDays::Reading>> DueDays::read(const text::Table& table)
{
    std::vector<Reading> readings;
    readings.reserve(table.rows().size());
    for (const auto& row : table.rows()) {
        const auto name = table.at(row, "limit");
        const auto days = TRY(row_days(table, row));
        const auto moves = table.at(row, "on_day_off");
        Reading reading;
        for (const auto known : {by, before, end})
            if (name == known) reading.limit = known;
        if (reading.limit.empty()) return text::malformed_field(row.line, "limit", name);
        if (moves != "moves" && moves != "stays")
            return text::malformed_field(row.line, "on_day_off", moves);
        reading.valid_from = days.from;
        reading.valid_to = days.to.value_or(limits::last_day());
        reading.on_day_off = moves == "moves" ? OnDayOff::moves : OnDayOff::stays;
        readings.push_back(reading);
    }
    return readings;
}

OnDayOff DueDays::reading(std::string_view limit, Date day) const
{
    for (const auto& reading : m_readings) {
        if (reading.limit == limit && reading.valid_from <= day && day <= reading.valid_to)
            return reading.on_day_off;
    }
    return OnDayOff::stays;
}

calendar::Due DueDays::in_slot(const calendar::Slot& slot, const plan::Schedule& schedule) const
{
    const auto& period = slot.period;
    calendar::DueRule rule{.day = schedule.day,
                           .months_after = months_after(schedule.month, period),
                           .limit = limit_of(schedule.limit)};
    const auto named = calendar::due_of(period, rule, m_days);
    rule.on_day_off = reading(key_of(schedule.limit), named.day);
    auto due = calendar::due_of(period, rule, m_days);
    const bool is_behind = schedule.month == plan::DueMonth::after;
    return is_behind || slot.days.has(due.day) ? due : end_of(slot);
}

calendar::Due DueDays::end_of(const calendar::Slot& slot) const
{
    if (slot.is_cut()) return end_of(slot.days);
    const auto& period = slot.period;
    return calendar::due_of(period, {.on_day_off = reading(end, period.last)}, m_days);
}

calendar::Due DueDays::end_of(const calendar::Window& window) const
{
    return calendar::due_of(window, reading(end, window.to), m_days);
}

calendar::Due DueDays::on(Date named, plan::Limit limit) const
{
    return calendar::due_on(named, limit_of(limit), reading(key_of(limit), named), m_days);
}

}  // namespace caicach::obligation
