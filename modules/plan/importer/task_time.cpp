// The time that the sentence of a task states by the way.
#include <algorithm>

#include "plan/importer/dates.hpp"
#include "plan/importer/quota.hpp"
#include "plan/importer/schedule.hpp"
#include "plan/importer/time_phrase.hpp"
#include "plan/importer/time_points.hpp"
#include "plan/importer/time_windows.hpp"
#include "plan/importer/words.hpp"

namespace caicach::plan::importer
{

using Kind = Schedule::Kind;

/// "… hướng dẫn người dân thường xuyên." says when; "nguồn chi thường xuyên.", "nhiệm vụ thường
/// xuyên." say what kind.
static bool is_adverb(const Words& words, std::size_t at)
{
    for (const auto* thing : {"chi", "vu", "tac", "viec", "toan", "sach", "von", "phi", "khong",
                              "dong", "la", "bao", "che", "do"}) {
        if (words.is(at - 1, thing)) return false;
    }
    return true;
}

/// "(thường xuyên)", "…; thường xuyên trong năm.", "thường xuyên, tối thiểu 05 tin": the word
/// stands apart, and so tells when and not how.
static bool states_ongoing(const Words& words, std::size_t at)
{
    if (words.match(at, "( thuong xuyen )") != 0 ||
        words.match(at, "( thuc hien thuong xuyen )") != 0) {
        return true;
    }
    const auto end = words.match(at, "thuong xuyen");
    if (end == 0) return false;
    if (words.match(end, ", toi thieu") != 0 || words.match(end, ", it nhat") != 0) return true;
    const auto last = std::max(end, words.match(end, "trong nam"));
    if (at == 0) return false;
    if (!words[at - 1].letters) {
        // "là nhiệm vụ trọng tâm, thường xuyên.": what kind of task it is.
        const bool kind =
            at >= 3 && (words.match(at - 3, "trong tam") != 0 || !is_adverb(words, at - 1));
        return ends_clause(words, last) && !kind;
    }
    return words.match(end, "trong gio") != 0 || (ends_clause(words, last) && is_adverb(words, at));
}

/// "Mỗi quý, tổng hợp kết quả": a period with no number behind it says when, not how many.
static bool counts_nothing(const Words& words, std::size_t at)
{
    for (; !ends_clause(words, at); ++at) {
        if (words[at].digits || words.is(at, "mot")) return false;
    }
    return true;
}

/// What stands before "hằng quý" is a thing that has its name from it: "kế hoạch hằng quý".
static bool names_thing(const Words& words, std::size_t at)
{
    constexpr std::size_t word = 2;
    if (at < word) return false;
    for (const auto* thing : {"ke hoach", "chuong trinh", "cong tac", "chi tieu", "thi dua",
                              "xep loai", "kinh phi", "du toan", "nhiem vu"}) {
        if (words.match(at - word, thing) != 0) return true;
    }
    return false;
}

/// "họp giao ban hằng quý.", "báo cáo … hằng quý (lồng ghép …)", "… hằng tháng về Sở Nội vụ" say
/// when; "xếp loại thi đua hằng năm." says what.
static bool comes_back(const Words& words, std::size_t at, const PeriodHit& every)
{
    if (every.period == Period::year) return false;
    if (ends_clause(words, every.end) || words.is(every.end, "(") ||
        words.match(every.end, "va nam") != 0) {
        return true;
    }
    if (words.is(every.end, ",")) {
        // "Giao ban hằng tháng, do Chủ tịch chủ trì."
        if (words.is(every.end + 1, "do")) return true;
        return limit_end(words, every.end + 1) != 0 || period_at(words, every.end + 1).has_value();
    }
    for (const auto* goes_on : {"ve", "gui", "cho", "toi", "tai", "de", "voi", "tren"}) {
        if (words.is(every.end, goes_on)) return !names_thing(words, at);
    }
    return false;
}

/// "trong năm", and "trong năm 2026" where it closes the clause.
static bool within_year(const Words& words, std::size_t at)
{
    auto end = words.match(at, "trong nam");
    if (end == 0) return false;
    if (year_at(words, end)) return ends_clause(words, end + 1);
    return end >= words.size() || !words[end].letters || words.is(end, "theo");
}

namespace
{

/// The time in the sentence of a task. A limit counts wherever it stands; of all else the first.
class TaskTime
{
public:
    TaskTime(const Words& words, int year) : m_words{words}, m_year{year} {}

    /// `opening`: what the caption of the task says.
    std::optional<Schedule> run(const std::optional<Schedule>& opening)
    {
        m_weaker = opening;
        for (std::size_t at = 0; at < m_words.size(); ++at) {
            if (const auto found = limit(at)) return found;
            if (!m_weaker) m_weaker = told_at(at);
        }
        return m_weaker;
    }

private:
    [[nodiscard]] std::optional<Schedule> told_at(std::size_t at) const
    {
        if (states_ongoing(m_words, at)) {
            return ongoing();
        }
        if (const auto told = m_words.match(at, "dinh ky")) {
            auto every = every_at(m_words, told);
            // "định kỳ thứ Sáu hằng tuần", "định kỳ vào ngày 20 hằng tháng"
            const bool day = m_words.is(told, "thu") || m_words.is(told, "vao");
            if (!every && day) every = next_every(m_words, told);
            const auto months = period_at(m_words, told);
            if (months && months->months == 6) return recurring(Period::half, day_alone(m_words));
            return recurring(every ? every->period : Period::none, day_alone(m_words));
        }
        if (day_before(m_words, at) && opens_month_of_quarter(m_words, at)) {
            return recurring(Period::quarter, day_alone(m_words));
        }
        if (const auto every = weekday_told(m_words, at)) return recurring(*every, {});
        if (const auto found = comes_back_at(at)) return found;
        if (m_words.is(at, "(")) return in_brackets(at);
        if (m_words.is(at, "tu")) return closed_range_at(m_words, at, m_year);
        if (m_words.is(at, "trong") || m_words.is(at, "vao")) return inside(at);
        if (const auto done = m_words.match(at, "hoan thanh")) return inside(done);
        return std::nullopt;
    }

    /// A time may stand at the beginning, behind a mark, and behind "báo cáo".
    [[nodiscard]] bool opens(std::size_t at) const
    {
        const bool behind_day = at == 2 && m_words.is(0, "ngay") && m_words[1].digits;
        return at == 0 || behind_day || !m_words[at - 1].letters ||
               m_words.match(at - 1, "bao cao") != 0 ||
               (at >= 2 && m_words.match(at - 2, "bao cao") != 0);
    }

    [[nodiscard]] std::optional<Schedule> comes_back_at(std::size_t at) const
    {
        const auto every = every_at(m_words, at);
        if (every && day_before(m_words, at)) return recurring(every->period, day_alone(m_words));
        // "mỗi tháng có ít nhất 01 tin" says how many, not when.
        if (!every || (m_words.is(at, "moi") && !counts_nothing(m_words, at))) return std::nullopt;
        if (!opens(at) && !comes_back(m_words, at, *every)) return std::nullopt;
        return recurring(every->period, day_alone(m_words));
    }

    /// "trước ngày 31/3", "trước ngày 15 hằng tháng", "trước ngày 15 của tháng cuối quý".
    [[nodiscard]] std::optional<Schedule> limit(std::size_t at) const
    {
        const bool named = m_words.is(at, "truoc") || m_words.match(at, "cham nhat") != 0 ||
                           m_words.match(at, "den het ngay") != 0;
        if (!named) return std::nullopt;
        if (const auto found = yearly_date_at(m_words, at, m_year)) return found;
        if (const auto found = deadline_at(m_words, at, m_year)) return found;
        const bool names = m_words.is(limit_end(m_words, at), "ngay");
        const auto day = names ? day_alone(m_words) : DayTold{};
        if (day.day == 0) return std::nullopt;
        if (names_month_of_quarter(m_words, at)) return recurring(Period::quarter, day);
        if (const auto every = next_every(m_words, at)) return recurring(every->period, day);
        // "hằng tháng, trước ngày 05"
        const bool before = m_weaker && m_weaker->kind == Kind::recurring;
        if (before) return recurring(m_weaker->every, day);
        if (comes_each_month(day)) return recurring(Period::month, day);
        const auto counted = period_counted();
        return counted ? std::optional{recurring(*counted, day)} : std::nullopt;
    }

    /// "Mỗi tháng có ít nhất 01 tin gửi … trước ngày 25": the day is one of each period that the
    /// number is asked for in.
    [[nodiscard]] std::optional<Period> period_counted() const
    {
        for (const auto& place : quota_places(m_words)) {
            const auto per = place.quota.per;
            if (per == Period::month || per == Period::quarter || per == Period::half) return per;
        }
        return std::nullopt;
    }

    /// "Tiến hành kiểm tra (Quý II/2026)": a bracket that says no more than when.
    [[nodiscard]] std::optional<Schedule> in_brackets(std::size_t at) const
    {
        ++at;
        for (const auto* filler : {"du kien", "thuc hien", "hoan thanh", "to chuc"}) {
            at = std::max(at, m_words.match(at, filler));
        }
        const auto span = span_at(m_words, at, m_year);
        if (span && m_words.is(span->end, ")")) return window(span->from, span->to);
        return date_range_at(m_words, at, m_year);
    }

    [[nodiscard]] std::optional<Schedule> inside(std::size_t at) const
    {
        if (const auto span = span_at(m_words, at, m_year)) {
            // "… công bố trong quý IV/2024" in a plan of 2025 tells what was.
            if (span->to.year() < m_year) return std::nullopt;
            return window(span->from, span->to);
        }
        const bool behind_word = m_words.is(at, "trong") || m_words.is(at, "vao");
        if (const auto part = part_of_year_at(m_words, at + (behind_word ? 1 : 0), m_year))
            return part;
        return within_year(m_words, at) ? year_window(m_year) : std::nullopt;
    }

    const Words& m_words;
    int m_year;
    std::optional<Schedule> m_weaker{};
};

}  // namespace

std::optional<Schedule> schedule_in_task(std::string_view text, int year)
{
    const Words words{text};
    const auto caption = time_caption(text);
    return TaskTime{words, year}.run(caption.empty() ? std::nullopt : schedule_of(caption, year));
}

}  // namespace caicach::plan::importer
