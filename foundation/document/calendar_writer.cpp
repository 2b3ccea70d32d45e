#include "document/calendar_writer.hpp"

#include <libical/ical.h>

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>

namespace caicach::document
{
namespace
{

constexpr std::string_view product = "-//Cai Cach//caicach//VI";
constexpr int shortest_month = 28;

struct ComponentFree {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
struct BufferFree {
    void operator()(char* buffer) const { icalmemory_free_buffer(buffer); }
};
using Component = std::unique_ptr<icalcomponent, ComponentFree>;

icaltimetype day_of(Date date)
{
    auto time = icaltime_null_date();
    time.year = date.year();
    time.month = date.month();
    time.day = date.day();
    return time;
}

icaltimetype instant_of(Instant at)
{
    constexpr std::int64_t microseconds = 1'000'000;
    return icaltime_from_timet_with_zone(static_cast<time_t>(at.microseconds / microseconds), 0,
                                         icaltimezone_get_utc_timezone());
}

/// RFC 5545 has no control characters in texts; the library would write them.
std::string clean(std::string_view text)
{
    constexpr unsigned char first_printable = 0x20;
    constexpr unsigned char delete_character = 0x7F;
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_control = byte < first_printable || byte == delete_character;
        if (!is_control || c == '\n') result += c;
    }
    return result;
}

icalproperty* extension(const char* name, const std::string& value)
{
    auto* property = icalproperty_new_x(value.c_str());
    icalproperty_set_x_name(property, name);
    return property;
}

icalrecurrencetype rule_of(const Recurrence& recurrence)
{
    icalrecurrencetype rule{};
    icalrecurrencetype_clear(&rule);
    rule.until = day_of(recurrence.until);
    if (recurrence.every == Recurrence::Every::week) {
        rule.freq = ICAL_WEEKLY_RECURRENCE;
        return rule;
    }
    rule.freq = ICAL_MONTHLY_RECURRENCE;
    rule.interval = static_cast<short>(months_of(recurrence.every));
    std::size_t count = 0;
    if (recurrence.day == 0) {
        rule.by_month_day[count++] = -1;
    } else if (recurrence.day <= shortest_month) {
        rule.by_month_day[count++] = static_cast<short>(recurrence.day);
    } else {
        // "The 31st" of every month: the last there is of the 28th to the 31st.
        for (int day = shortest_month; day <= recurrence.day; ++day) {
            rule.by_month_day[count++] = static_cast<short>(day);
        }
        rule.by_set_pos[0] = -1;
        rule.by_set_pos[1] = ICAL_RECURRENCE_ARRAY_MAX;
    }
    rule.by_month_day[count] = ICAL_RECURRENCE_ARRAY_MAX;
    return rule;
}

void add_entry(icalcomponent* calendar, const CalendarEntry& entry, Instant stamp)
{
    auto* event = icalcomponent_new_vevent();
    icalcomponent_add_component(calendar, event);
    const auto add = [&](icalproperty* property) { icalcomponent_add_property(event, property); };
    add(icalproperty_new_uid(clean(entry.uid).c_str()));
    add(icalproperty_new_dtstamp(instant_of(stamp)));
    add(icalproperty_new_dtstart(day_of(entry.first)));
    // The end is the first day that is no longer part of it.
    add(icalproperty_new_dtend(day_of(entry.last.plus_days(1))));
    if (entry.recurrence) add(icalproperty_new_rrule(rule_of(*entry.recurrence)));
    add(icalproperty_new_summary(clean(entry.title).c_str()));
    if (!entry.description.empty()) {
        add(icalproperty_new_description(clean(entry.description).c_str()));
    }
    if (!entry.url.empty()) add(icalproperty_new_url(clean(entry.url).c_str()));
    if (!entry.category.empty()) add(icalproperty_new_categories(clean(entry.category).c_str()));
    // Nobody is busy all day because a plan names the day.
    add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
}

}  // namespace

int months_of(Recurrence::Every every)
{
    switch (every) {
        case Recurrence::Every::week:
            break;
        case Recurrence::Every::month:
            return 1;
        case Recurrence::Every::quarter:
            return 3;
        case Recurrence::Every::half_year:
            return 6;
        case Recurrence::Every::year:
            return 12;
    }
    return 0;
}

Result<std::string> write_calendar(const Calendar& calendar)
{
    icalerror_set_errors_are_fatal(false);
    const Component root{icalcomponent_new_vcalendar()};
    if (!root) return internal_failure("libical makes no calendar");
    const std::array properties{
        icalproperty_new_version("2.0"), icalproperty_new_prodid(std::string{product}.c_str()),
        icalproperty_new_calscale("GREGORIAN"), icalproperty_new_method(ICAL_METHOD_PUBLISH),
        extension("X-WR-CALNAME", clean(calendar.name))};
    for (auto* property : properties) icalcomponent_add_property(root.get(), property);
    for (const auto& entry : calendar.entries) add_entry(root.get(), entry, calendar.stamp);
    const std::unique_ptr<char, BufferFree> text{icalcomponent_as_ical_string_r(root.get())};
    if (!text) return internal_failure("libical writes no calendar");
    return std::string{text.get()};
}

}  // namespace caicach::document
