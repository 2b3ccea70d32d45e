#include "report/form/form_words.hpp"

#include <array>

namespace caicach::report
{
namespace
{

template <class Enum, std::size_t Count>
std::string_view word(const std::array<std::string_view, Count>& words, Enum value)
{
    return words.at(static_cast<std::size_t>(value));
}

std::string roman(int number)
{
    struct Sign {
        int value{};
        std::string_view text{};
    };
    constexpr std::array signs{Sign{40, "XL"}, Sign{10, "X"}, Sign{9, "IX"},
                               Sign{5, "V"},   Sign{4, "IV"}, Sign{1, "I"}};
    std::string out;
    for (const auto& [value, text] : signs) {
        for (; number >= value; number -= value) out += text;
    }
    return out;
}

/// "a)", "b)", "c)", "d)", "đ)", "e)" …: the letters that official documents number by.
std::string letter(int number)
{
    constexpr std::array<std::string_view, 23> letters{"a", "b", "c", "d", "đ", "e", "g", "h",
                                                       "i", "k", "l", "m", "n", "o", "p", "q",
                                                       "r", "s", "t", "u", "v", "x", "y"};
    const auto at = static_cast<std::size_t>(number - 1) % letters.size();
    return std::string{letters.at(at)} + ")";
}

std::string day_text(const DueDay& due)
{
    if (due.named)
        return "ngày " + std::to_string(due.named->day) + "/" + std::to_string(due.named->month);
    if (due.rule.day == 0) return "ngày cuối kỳ";
    const auto day = "ngày " + std::to_string(due.rule.day);
    if (due.rule.months_after == 0) return day + " tháng cuối kỳ";
    if (due.rule.months_after == 1) return day + " tháng sau kỳ";
    const int months = due.rule.months_after;
    return day + (months > 0 ? ", " + std::to_string(months) + " tháng sau tháng cuối kỳ"
                             : ", " + std::to_string(-months) + " tháng trước tháng cuối kỳ");
}

}  // namespace

std::string_view text_of(VersionState state)
{
    constexpr std::array<std::string_view, 4> words{"Bản nháp", "Đang dùng", "Đã thay", "Đã bỏ"};
    return word(words, state);
}

std::string_view text_of(calendar::Length length)
{
    constexpr std::array<std::string_view, 5> words{"Hằng tuần", "Hằng tháng", "Hằng quý",
                                                    "6 tháng một lần", "Hằng năm"};
    return word(words, length);
}

std::string_view text_of(Adding adding)
{
    constexpr std::array<std::string_view, 6> words{
        "Cộng các cơ quan",     "Cộng tử số, cộng mẫu số, rồi chia",
        "Bình quân gia quyền",  "Lấy số lớn nhất",
        "Đếm cơ quan ghi “có”", "Không cộng"};
    return word(words, adding);
}

std::string_view text_of(Comparison comparison)
{
    constexpr std::array<std::string_view, 3> words{"bằng", "không nhiều hơn", "không ít hơn"};
    return word(words, comparison);
}

std::string origin_of(const Indicator& indicator)
{
    constexpr std::array<std::string_view, 3> words{"Cơ quan nhập", "Hệ thống tính",
                                                    "Hệ thống tính, cơ quan sửa được"};
    std::string out{word(words, indicator.source)};
    if (indicator.span == Span::year_to_date) out += "; lũy kế từ đầu năm";
    if (indicator.is_required) out += "; bắt buộc";
    return out;
}

std::string rows_text(const FormTable& table)
{
    switch (table.rows_of) {
        case RowsOf::fixed:
            return "Dòng cố định, cơ quan điền số.";
        case RowsOf::free:
            return "Cơ quan thêm dòng theo nhu cầu.";
        case RowsOf::told:
            return "Dòng lấy sẵn từ hệ thống, cơ quan bổ sung.";
    }
    return {};
}

std::string drawn_text(const Narrative& narrative)
{
    if (narrative.drawn_of.empty()) return {};
    constexpr std::array<std::string_view, 4> words{"việc đã làm", "việc chậm",
                                                    "khó khăn, vướng mắc", "việc kỳ tới"};
    std::string out = "Bản thảo dựng sẵn từ ";
    for (std::size_t i = 0; i < narrative.drawn_of.size(); ++i) {
        if (i > 0) out += "; ";
        out += word(words, narrative.drawn_of[i]);
    }
    return out + ".";
}

std::string period_text(const calendar::Scheme& scheme)
{
    std::string out{text_of(scheme.length())};
    const int first = scheme.cut_off().first_day;
    if (first > 1) out += ", kỳ bắt đầu từ ngày " + std::to_string(first) + " của tháng trước";
    return out;
}

std::string due_text(const DueDay& due)
{
    const bool is_before = due.rule.limit == calendar::Limit::before;
    const bool is_last_day = !due.named && due.rule.day == 0;
    std::string out = is_last_day ? "Hết " : (is_before ? "Trước " : "Chậm nhất ");
    out += day_text(due);
    if (due.rule.on_day_off == calendar::OnDayOff::moves)
        out += "; gặp ngày nghỉ thì chuyển sang ngày làm việc tiếp theo";
    return out;
}

std::string lock_text(const LockRule& lock)
{
    if (lock.never) return "Không khóa";
    if (lock.working_days_after_due == 0) return "Hết hạn gửi là khóa";
    return "Sau hạn gửi " + std::to_string(lock.working_days_after_due) + " ngày làm việc";
}

std::string flow_text(const FlowRule& flow)
{
    std::string out = flow.needs_head ? "Cán bộ lập, lãnh đạo cơ quan gửi" : "Cán bộ lập và gửi";
    if (flow.needs_check && flow.needs_approval)
        out += "; nơi nhận kiểm tra, phê duyệt";
    else if (flow.needs_check)
        out += "; nơi nhận kiểm tra";
    else if (flow.needs_approval)
        out += "; nơi nhận phê duyệt";
    if (flow.needs_second_person) out += "; người kiểm tra khác người gửi";
    return out;
}

std::vector<std::string> section_numbers(const Definition& definition)
{
    std::vector<std::string> numbers;
    std::array<int, 3> counts{};
    for (const auto& section : definition.sections) {
        const auto level = static_cast<std::size_t>(section.level - 1);
        const int number = ++counts.at(level);
        for (auto below = level + 1; below < counts.size(); ++below) counts.at(below) = 0;
        if (level == 0)
            numbers.push_back(roman(number) + ".");
        else
            numbers.push_back(level == 1 ? std::to_string(number) + "." : letter(number));
    }
    return numbers;
}

}  // namespace caicach::report
