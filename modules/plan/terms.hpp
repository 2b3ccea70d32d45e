#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "json/value.hpp"

/// What a plan says of a piece of work besides whose it is: what kind of thing, when, how often,
/// how many, how much. The importer reads these, people review them, obligations are made of them.
namespace caicach::plan
{

/// target: a result to reach; activity: something an agency does; topic: a content to be told;
/// channel: a means of telling; duty: a standing responsibility of a named agency.
enum class ItemType { target, activity, topic, channel, duty };
[[nodiscard]] std::string_view name_of(ItemType type);

/// whole: of a quota, for all the years of the plan ("trong cả giai đoạn 02 hội thi").
enum class Period { none, week, month, quarter, half, year, whole };
[[nodiscard]] std::string_view name_of(Period period);

/// Whether the day that a plan names still counts. before: "trước ngày 25", until the 24th is over;
/// by: "chậm nhất ngày 25", "đến hết ngày 25".
enum class Limit { before, by };
[[nodiscard]] std::string_view name_of(Limit limit);

/// Of which month of a period the day is that a plan names. last: "ngày 20", "ngày 20 của tháng
/// cuối quý"; first: "ngày 15 của tháng đầu quý"; after: "ngày 05 tháng sau", "… của tháng đầu quý
/// sau".
enum class DueMonth { last, first, after };
[[nodiscard]] std::string_view name_of(DueMonth month);

struct Schedule {
    enum class Kind { window, deadline, recurring, ongoing };
    Kind kind{Kind::window};
    std::optional<Date> from{};  ///< window: first day
    std::optional<Date> to{};    ///< window: last day
    std::optional<Date> due{};   ///< deadline
    /// recurring; none where the text gives no period. deadline: year where it comes back each
    /// year.
    Period every{Period::none};
    int day{};                       ///< recurring: the day of the month, 0 = not said
    Limit limit{Limit::before};      ///< of `due` and of `day`; before where neither is said
    DueMonth month{DueMonth::last};  ///< of `day`

    /// "trước ngày 15/12 hằng năm": the year of `due` is only the first.
    [[nodiscard]] bool is_yearly_deadline() const
    {
        return kind == Kind::deadline && due && every == Period::year;
    }

    friend bool operator==(const Schedule&, const Schedule&) = default;
};
[[nodiscard]] std::string_view name_of(Schedule::Kind kind);

struct Quota {
    int count{};
    Period per{Period::none};
    std::string unit{};
    bool at_least{};
    std::string subject{};

    friend bool operator==(const Quota&, const Quota&) = default;
};

/// How a result compares with its value.
struct Measure {
    std::string_view op{};
    std::string_view text{};  ///< of the choice in a form
};
/// "trên 81%" is ">", "từ 81% trở lên" is ">=".
inline constexpr std::array<Measure, 5> measures{
    {{"=", "bằng"}, {">=", "từ … trở lên"}, {">", "trên"}, {"<=", "không quá"}, {"<", "dưới"}}};
[[nodiscard]] bool is_measure(std::string_view op);

struct Metric {
    std::string op{"="};  ///< of measures()
    double value{};
    std::string unit{};
    std::string subject{};
    std::string direction{};  ///< "increase", "decrease" where a change is meant
    std::string baseline{};   ///< what the change is measured against, as printed
    std::string printed{};    ///< a share as the document writes it: "1/3"; empty where value does

    friend bool operator==(const Metric&, const Metric&) = default;
};

/// What a reviewer should look at. The key names a message; the text quotes what gave rise to it.
struct Note {
    std::string key{};
    std::string text{};

    friend bool operator==(const Note&, const Note&) = default;
};

/// One of those to whom a document is sent, with what for: "b/c", "để biết", as printed, without
/// the brackets; empty where none stands.
struct Recipient {
    std::string name{};
    std::string mark{};

    friend bool operator==(const Recipient&, const Recipient&) = default;
};
/// "Bộ Nội vụ (b/c)": a short note in brackets at the end is the mark.
[[nodiscard]] Recipient recipient_from(std::string_view printed);
[[nodiscard]] std::string printed(const Recipient& recipient);
[[nodiscard]] std::vector<std::string> printed(const std::vector<Recipient>& recipients);
/// What a mark means: "để báo cáo"; empty where it is none that we know.
[[nodiscard]] std::string_view purpose_of(std::string_view mark);

enum class Fate { unknown, item, heading, field, boilerplate, table_header, blank, footnote };
[[nodiscard]] std::string_view name_of(Fate fate);

/// The sentence that repeats to a person what was understood: "Từ 01/04/2026 đến 30/09/2026",
/// "Trước ngày 31/03/2026", "Hằng tháng, chậm nhất ngày 25".
[[nodiscard]] std::string sentence(const Schedule& schedule);
/// The same with the last day to act named, where "trước ngày" names the day after it. "Trước ngày
/// 1" of each month stays: its last day has no number.
[[nodiscard]] Schedule by_last_day(Schedule schedule);
/// Which day is the last one to act, where a day is named: "Nghĩa là đến hết ngày 30/03/2026";
/// empty for other schedules.
[[nodiscard]] std::string reading_of(const Schedule& schedule);
/// Whether a number is asked of one agency, or of each of several.
enum class Doers { one, several };
/// "mỗi tháng ít nhất 01 tin, bài, mỗi cơ quan"
[[nodiscard]] std::string sentence(const Quota& quota, Doers doers);
/// "từ 30 % trở lên"
[[nodiscard]] std::string sentence(const Metric& metric);

/// Refuses what cannot be meant: a window that ends before it begins, a day that no month has, a
/// quota of none. The field is that of the form.
[[nodiscard]] Result<void> validate(const Schedule& schedule);
[[nodiscard]] Result<void> validate(const Quota& quota);

[[nodiscard]] std::optional<ItemType> item_type_from(std::string_view text);
[[nodiscard]] std::optional<Schedule::Kind> schedule_kind_from(std::string_view text);
/// "" is none.
[[nodiscard]] std::optional<Period> period_from(std::string_view text);
[[nodiscard]] std::optional<Limit> limit_from(std::string_view text);
[[nodiscard]] std::optional<DueMonth> due_month_from(std::string_view text);
[[nodiscard]] std::optional<Fate> fate_from(std::string_view text);

/// For people.
[[nodiscard]] std::string_view label(ItemType type);  ///< "Hoạt động"
[[nodiscard]] std::string_view label(Fate fate);      ///< "Thành mục"
[[nodiscard]] std::string_view label(Period period);  ///< "tháng"

[[nodiscard]] json::Value to_json(const Schedule& schedule);
[[nodiscard]] json::Value to_json(const Quota& quota);
[[nodiscard]] json::Value to_json(const Metric& metric);
[[nodiscard]] json::Value notes_json(const std::vector<Note>& notes);
[[nodiscard]] std::vector<Note> notes_from(const json::Value& value);
[[nodiscard]] std::optional<Schedule> schedule_from(const json::Value& value);
[[nodiscard]] std::optional<Quota> quota_from(const json::Value& value);
[[nodiscard]] std::optional<Metric> metric_from(const json::Value& value);

}  // namespace caicach::plan
