#include "plan/terms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/number.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

struct PeriodRow {
    Period period{};
    std::string_view adverb{};  ///< of a recurrence
    std::string_view each{};    ///< of a quota
};
constexpr std::array<PeriodRow, 7> periods{{{Period::none, "Định kỳ", "mỗi kỳ"},
                                            {Period::week, "Hằng tuần", "mỗi tuần"},
                                            {Period::month, "Hằng tháng", "mỗi tháng"},
                                            {Period::quarter, "Hằng quý", "mỗi quý"},
                                            {Period::half, "Sáu tháng một lần", "mỗi sáu tháng"},
                                            {Period::year, "Hằng năm", "mỗi năm"},
                                            {Period::whole, "Một lần", "cả kế hoạch"}}};

struct TypeRow {
    ItemType type{};
    std::string_view label{};
};
constexpr std::array<TypeRow, 5> types{{{ItemType::target, "Chỉ tiêu"},
                                        {ItemType::activity, "Hoạt động"},
                                        {ItemType::topic, "Nội dung tuyên truyền"},
                                        {ItemType::channel, "Hình thức tuyên truyền"},
                                        {ItemType::duty, "Trách nhiệm"}}};

struct FateRow {
    Fate fate{};
    std::string_view label{};
};
constexpr std::array<FateRow, 8> fates{{{Fate::item, "Thành mục"},
                                        {Fate::heading, "Đề mục"},
                                        {Fate::field, "Thông tin của mục"},
                                        {Fate::boilerplate, "Phần mẫu của văn bản"},
                                        {Fate::table_header, "Đầu bảng"},
                                        {Fate::blank, "Dòng trống"},
                                        {Fate::footnote, "Chú thích"},
                                        {Fate::unknown, "Chưa rõ"}}};

constexpr std::array schedule_kinds{Schedule::Kind::window, Schedule::Kind::deadline,
                                    Schedule::Kind::recurring, Schedule::Kind::ongoing};

const PeriodRow& row_of(Period period)
{
    return *std::ranges::find(periods, period, &PeriodRow::period);
}

std::string two_digits(int count) { return fmt::format("{:02}", count); }

/// "1.234", "1,5": at most two decimals, none that says nothing.
std::string number_text(double value)
{
    auto text = text::format_decimal(value, 2);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with(',')) text.pop_back();
    return text;
}

/// "trước ngày", "chậm nhất ngày"
std::string_view words_of(Limit limit)
{
    return limit == Limit::before ? "trước ngày" : "chậm nhất ngày";
}

/// " của tháng đầu quý sau"; nothing for the last month of a period, as plans mostly mean it.
std::string_view words_of(Period every, DueMonth month)
{
    if (month == DueMonth::last) return {};
    const bool is_after = month == DueMonth::after;
    switch (every) {
        case Period::month:
            return is_after ? " tháng sau" : "";
        case Period::quarter:
            return is_after ? " của tháng đầu quý sau" : " của tháng đầu quý";
        case Period::year:
            return is_after ? " tháng 1 năm sau" : " tháng 1";
        default:
            return is_after ? " của tháng đầu kỳ sau" : " của tháng đầu kỳ";
    }
}

bool names_a_day(const Schedule& schedule)
{
    return schedule.kind == Schedule::Kind::deadline
               ? schedule.due.has_value()
               : schedule.kind == Schedule::Kind::recurring && schedule.day > 0;
}

void set_date(json::Value& value, std::string_view name, const std::optional<Date>& date)
{
    if (date) value.set(name, date->iso());
}

}  // namespace

std::string_view purpose_of(std::string_view mark)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> purposes{
        {{"b/c", "để báo cáo"},
         {"bao cao", "để báo cáo"},
         {"d/b", "để biết"},
         {"biet", "để biết"},
         {"p/h", "để phối hợp"},
         {"phoi hop", "để phối hợp"},
         {"t/h", "để thực hiện"},
         {"thuc hien", "để thực hiện"},
         {"vbdt", "văn bản điện tử"}}};
    const auto folded = text::fold(mark);
    auto plain = std::string_view{folded};
    if (plain.starts_with("de ")) plain.remove_prefix(3);
    const auto found =
        std::ranges::find(purposes, plain, [](const auto& row) { return row.first; });
    return found == purposes.end() ? std::string_view{} : found->second;
}

std::optional<ItemType> item_type_from(std::string_view text)
{
    const auto found =
        std::ranges::find(types, text, [](const TypeRow& row) { return name_of(row.type); });
    return found == types.end() ? std::nullopt : std::optional{found->type};
}

std::optional<Schedule::Kind> schedule_kind_from(std::string_view text)
{
    const auto found =
        std::ranges::find(schedule_kinds, text, [](Schedule::Kind kind) { return name_of(kind); });
    return found == schedule_kinds.end() ? std::nullopt : std::optional{*found};
}

std::optional<Period> period_from(std::string_view text)
{
    if (text.empty()) return Period::none;
    const auto found =
        std::ranges::find(periods, text, [](const PeriodRow& row) { return name_of(row.period); });
    return found == periods.end() ? std::nullopt : std::optional{found->period};
}

std::optional<Limit> limit_from(std::string_view text)
{
    for (const auto limit : {Limit::before, Limit::by}) {
        if (text == name_of(limit)) return limit;
    }
    return std::nullopt;
}

std::optional<DueMonth> due_month_from(std::string_view text)
{
    for (const auto month : {DueMonth::last, DueMonth::first, DueMonth::after}) {
        if (text == name_of(month)) return month;
    }
    return std::nullopt;
}

std::optional<Fate> fate_from(std::string_view text)
{
    const auto found =
        std::ranges::find(fates, text, [](const FateRow& row) { return name_of(row.fate); });
    return found == fates.end() ? std::nullopt : std::optional{found->fate};
}

std::string_view label(ItemType type)
{
    return std::ranges::find(types, type, &TypeRow::type)->label;
}

std::string_view label(Fate fate) { return std::ranges::find(fates, fate, &FateRow::fate)->label; }

std::string sentence(const Schedule& schedule)
{
    switch (schedule.kind) {
        case Schedule::Kind::ongoing:
            return "Thường xuyên";
        case Schedule::Kind::deadline:
            if (!schedule.due) return "Có thời hạn, chưa rõ ngày";
            if (schedule.is_yearly_deadline()) {
                return fmt::format("Hằng năm, {} {:02}/{:02}", words_of(schedule.limit),
                                   schedule.due->day(), schedule.due->month());
            }
            return fmt::format("{} {}",
                               schedule.limit == Limit::before ? "Trước ngày" : "Chậm nhất ngày",
                               schedule.due->vietnamese());
        case Schedule::Kind::recurring:
            return schedule.day > 0 ? fmt::format("{}, {} {}{}", row_of(schedule.every).adverb,
                                                  words_of(schedule.limit), schedule.day,
                                                  words_of(schedule.every, schedule.month))
                                    : std::string{row_of(schedule.every).adverb};
        case Schedule::Kind::window:
            break;
    }
    if (!schedule.from || !schedule.to) return "Trong một khoảng thời gian, chưa rõ ngày";
    const auto& from = *schedule.from;
    const auto& to = *schedule.to;
    if (from.year() == to.year() && from.month() == 1 && from.day() == 1 && to.month() == 12 &&
        to.day() == 31) {
        return fmt::format("Cả năm {}", from.year());
    }
    return fmt::format("Từ {} đến {}", from.vietnamese(), to.vietnamese());
}

Schedule by_last_day(Schedule schedule)
{
    if (schedule.limit == Limit::by || schedule.day == 1) return schedule;
    if (schedule.due) schedule.due = schedule.due->plus_days(-1);
    if (schedule.day > 1) --schedule.day;
    schedule.limit = Limit::by;
    return schedule;
}

std::string reading_of(const Schedule& schedule)
{
    if (!names_a_day(schedule)) return {};
    const auto last = by_last_day(schedule);
    if (schedule.is_yearly_deadline()) {
        return fmt::format("Nghĩa là đến hết ngày {:02}/{:02} mỗi năm", last.due->day(),
                           last.due->month());
    }
    if (last.due) return "Nghĩa là đến hết ngày " + last.due->vietnamese();
    if (last.limit == Limit::before) {
        return last.month == DueMonth::after ? "Nghĩa là đến hết kỳ"
                                             : "Nghĩa là đến hết tháng trước";
    }
    return fmt::format("Nghĩa là đến hết ngày {}{}", last.day, words_of(last.every, last.month));
}

std::string sentence(const Quota& quota, Doers doers)
{
    const std::string each = doers == Doers::several ? ", mỗi cơ quan" : "";
    return fmt::format("{} {}{} {}{}", row_of(quota.per).each, quota.at_least ? "ít nhất " : "",
                       two_digits(quota.count), quota.unit.empty() ? "lần" : quota.unit,
                       quota.subject.empty() ? each : ", " + quota.subject);
}

bool is_measure(std::string_view op)
{
    return std::ranges::find(measures, op, &Measure::op) != measures.end();
}

std::string sentence(const Metric& metric)
{
    const auto space = metric.unit.empty() || metric.unit == "%" ? "" : " ";
    const auto value =
        metric.printed.empty() ? number_text(metric.value) + space + metric.unit : metric.printed;
    const auto subject = metric.subject.empty() ? "" : metric.subject + ": ";
    const std::string change = metric.direction == "increase"   ? "tăng "
                               : metric.direction == "decrease" ? "giảm "
                                                                : "";
    const auto against = metric.baseline.empty() ? "" : ", so với " + metric.baseline;
    if (metric.op == "=") return subject + change + value + against;
    if (metric.op == ">") return subject + change + "trên " + value + against;
    if (metric.op == "<") return subject + change + "dưới " + value + against;
    if (!change.empty()) {
        return subject + change + (metric.op == ">=" ? "ít nhất " : "nhiều nhất ") + value +
               against;
    }
    return metric.op == ">=" ? fmt::format("{}từ {} trở lên", subject, value)
                             : fmt::format("{}không quá {}", subject, value);
}

Result<void> validate(const Schedule& schedule)
{
    if (schedule.kind == Schedule::Kind::window) {
        if (!schedule.from) return failure(Failure::invalid, "plan.schedule.from_missing", "from");
        if (!schedule.to) return failure(Failure::invalid, "plan.schedule.to_missing", "to");
        if (*schedule.to < *schedule.from) {
            return failure(Failure::invalid, "plan.schedule.backwards", "to");
        }
    }
    if (schedule.kind == Schedule::Kind::deadline && !schedule.due) {
        return failure(Failure::invalid, "plan.schedule.due_missing", "due");
    }
    if (schedule.day < 0 || schedule.day > 31) {
        return failure(Failure::invalid, "plan.schedule.day_wrong", "day");
    }
    if (schedule.month != DueMonth::last && schedule.day == 0) {
        return failure(Failure::invalid, "plan.schedule.month_without_day", "day");
    }
    return {};
}

Result<void> validate(const Quota& quota)
{
    if (quota.count < 1 || quota.count > 100'000) {
        return failure(Failure::invalid, "plan.quota.count_wrong", "quota_count");
    }
    if (quota.per == Period::none) {
        return failure(Failure::invalid, "plan.quota.per_missing", "quota_per");
    }
    return {};
}

json::Value to_json(const Schedule& schedule)
{
    auto value = json::Value::object();
    value.set("kind", name_of(schedule.kind));
    set_date(value, "from", schedule.from);
    set_date(value, "to", schedule.to);
    set_date(value, "due", schedule.due);
    if (schedule.every != Period::none) value.set("every", name_of(schedule.every));
    if (schedule.day != 0) value.set("day", schedule.day);
    if (schedule.month != DueMonth::last) value.set("month", name_of(schedule.month));
    if (names_a_day(schedule)) value.set("limit", name_of(schedule.limit));
    return value;
}

json::Value to_json(const Quota& quota)
{
    auto value = json::Value::object();
    value.set("count", quota.count);
    value.set("per", name_of(quota.per));
    value.set("unit", quota.unit);
    value.set("at_least", quota.at_least);
    if (!quota.subject.empty()) value.set("subject", quota.subject);
    return value;
}

json::Value to_json(const Metric& metric)
{
    auto value = json::Value::object();
    value.set("op", metric.op);
    value.set("value", metric.value);
    value.set("unit", metric.unit);
    if (!metric.subject.empty()) value.set("subject", metric.subject);
    if (!metric.direction.empty()) value.set("direction", metric.direction);
    if (!metric.baseline.empty()) value.set("baseline", metric.baseline);
    if (!metric.printed.empty()) value.set("printed", metric.printed);
    return value;
}

json::Value notes_json(const std::vector<Note>& notes)
{
    auto array = json::Value::array();
    for (const auto& note : notes) {
        array.push(json::Value::object().set("key", note.key).set("text", note.text));
    }
    return array;
}

std::vector<Note> notes_from(const json::Value& value)
{
    std::vector<Note> notes;
    for (const auto& note : value.elements()) {
        notes.push_back(
            {std::string{note["key"].as_string()}, std::string{note["text"].as_string()}});
    }
    return notes;
}

std::optional<Schedule> schedule_from(const json::Value& value)
{
    const auto kind = schedule_kind_from(value["kind"].as_string());
    if (!kind) return std::nullopt;
    return Schedule{.kind = *kind,
                    .from = Date::from_iso(value["from"].as_string()),
                    .to = Date::from_iso(value["to"].as_string()),
                    .due = Date::from_iso(value["due"].as_string()),
                    .every = period_from(value["every"].as_string()).value_or(Period::none),
                    .day = static_cast<int>(value["day"].as_integer()),
                    .limit = limit_from(value["limit"].as_string()).value_or(Limit::before),
                    .month = due_month_from(value["month"].as_string()).value_or(DueMonth::last)};
}

std::optional<Quota> quota_from(const json::Value& value)
{
    const auto per = period_from(value["per"].as_string());
    if (!per) return std::nullopt;
    return Quota{.count = static_cast<int>(value["count"].as_integer()),
                 .per = *per,
                 .unit = std::string{value["unit"].as_string()},
                 .at_least = value["at_least"].as_bool(),
                 .subject = std::string{value["subject"].as_string()}};
}

std::optional<Metric> metric_from(const json::Value& value)
{
    const auto op = value["op"].as_string();
    if (!is_measure(op)) return std::nullopt;
    return Metric{.op = std::string{op},
                  .value = value["value"].as_number(),
                  .unit = std::string{value["unit"].as_string()},
                  .subject = std::string{value["subject"].as_string()},
                  .direction = std::string{value["direction"].as_string()},
                  .baseline = std::string{value["baseline"].as_string()},
                  .printed = std::string{value["printed"].as_string()}};
}

}  // namespace caicach::plan
