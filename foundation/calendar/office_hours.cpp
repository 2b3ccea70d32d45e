#include "calendar/office_hours.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caicach::calendar
{

namespace
{

constexpr int minutes_in_hour = 60;
constexpr int day_minutes = 24 * minutes_in_hour;
constexpr std::size_t intervals_max = 6;

/// A row of ASCII signs with a place where the reader stands.
class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    [[nodiscard]] bool is_at_end() const { return m_text.empty(); }
    void skip_spaces()
    {
        while (take(" ") || take("\t")) {
        }
    }
    bool take(std::string_view sign)
    {
        if (!m_text.starts_with(sign)) return false;
        m_text.remove_prefix(sign.size());
        return true;
    }
    /// One or two digits.
    std::optional<int> take_number()
    {
        std::optional<int> number;
        for (int digits = 0; digits < 2 && !m_text.empty(); ++digits) {
            const char c = m_text.front();
            if (c < '0' || c > '9') break;
            number = number.value_or(0) * 10 + (c - '0');
            m_text.remove_prefix(1);
        }
        return number;
    }
    [[nodiscard]] bool is_at_digit() const
    {
        return !m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9';
    }

private:
    std::string_view m_text;
};

/// "7:00", "07h30", "7h"; 24:00 is the end of the day.
std::optional<int> take_time(Reader& reader)
{
    reader.skip_spaces();
    const auto hour = reader.take_number();
    if (!hour) return {};
    const bool may_be_whole = reader.take("h") || reader.take("g");
    if (!may_be_whole && !reader.take(":")) return {};
    auto minute = reader.is_at_digit() ? reader.take_number() : std::optional<int>{};
    if (!minute && may_be_whole) minute = 0;
    if (!minute || *minute >= minutes_in_hour) return {};
    const int of_day = *hour * minutes_in_hour + *minute;
    if (of_day > day_minutes) return {};
    reader.skip_spaces();
    return of_day;
}

std::optional<Interval> take_interval(Reader& reader)
{
    const auto from = take_time(reader);
    if (!from || !(reader.take("-") || reader.take("–"))) return {};
    const auto to = take_time(reader);
    if (!to || *to <= *from) return {};
    return Interval{*from, *to};
}

}  // namespace

std::string in_words(const Hours& hours)
{
    std::string text;
    for (const auto& [from, to] : hours) {
        if (!text.empty()) text += ", ";
        text += fmt::format("{:02}:{:02}–{:02}:{:02}", from / minutes_in_hour,
                            from % minutes_in_hour, to / minutes_in_hour, to % minutes_in_hour);
    }
    return text;
}

std::optional<Hours> hours_from(std::string_view text)
{
    Hours hours;
    Reader reader(text);
    reader.skip_spaces();
    if (reader.is_at_end()) return hours;
    while (hours.size() < intervals_max) {
        const auto interval = take_interval(reader);
        // Intervals that touch would be one: somebody slipped.
        if (!interval || (!hours.empty() && interval->from <= hours.back().to)) return {};
        hours.push_back(*interval);
        if (reader.is_at_end()) return hours;
        if (!reader.take(",") && !reader.take(";")) return {};
    }
    return {};
}

const WeeklyHours* OfficeHours::on(Date day) const
{
    const auto found = std::find_if(m_tables.begin(), m_tables.end(),
                                    [&](const WeeklyHours& table) { return table.holds_on(day); });
    return found == m_tables.end() ? nullptr : &*found;
}

}  // namespace caicach::calendar
