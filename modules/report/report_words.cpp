#include "report/report_words.hpp"

#include <array>

#include "base/utf8.hpp"
#include "calendar/moment.hpp"
#include "text/text.hpp"

namespace caicach::report
{

std::string_view text_of(State state)
{
    constexpr std::array<std::string_view, 7> words{
        "Chưa lập",   "Đang lập",          "Đã gửi", "Đã kiểm tra", "Đã phê duyệt",
        "Bị trả lại", "Không phải báo cáo"};
    return words.at(static_cast<std::size_t>(state));
}

std::string_view completeness_text(const Report& report)
{
    if (report.state == State::dropped) return "Không phải báo cáo";
    if (report.is_complete()) return "Đã gửi, không bị trả lại";
    return report.state == State::returned ? "Chưa, báo cáo bị trả lại" : "Chưa, báo cáo chưa gửi";
}

std::string time_text(const Report& report, Date today)
{
    if (report.state == State::dropped) return "Không tính";
    if (const auto is_on_time = report.is_on_time()) {
        const auto sent = vietnamese_moment(*report.first_submitted_at);
        const auto again = report.is_resent_late ? std::string{"; gửi lại sau hạn"} : std::string{};
        return (*is_on_time ? "Đúng hạn: gửi lúc " : "Muộn: gửi lúc ") + sent + again;
    }
    const int days = today.days_since_1970() - report.due_on.days_since_1970();
    if (days > 0) return "Quá hạn " + std::to_string(days) + " ngày";
    if (days == 0) return "Đến hạn hôm nay";
    return "Còn " + std::to_string(-days) + " ngày";
}

std::string lock_text(const Report& report, Date today)
{
    if (!report.locks_on) return "Không khóa";
    if (report.is_locked(today)) return "Đã khóa từ hết ngày " + report.locks_on->vietnamese();
    if (report.open_until && *report.locks_on < today)
        return "Được mở khóa đến hết ngày " + report.open_until->vietnamese() + ": " +
               report.open_reason;
    return "Khóa sau ngày " + report.locks_on->vietnamese();
}

std::string begun_with(std::string_view title)
{
    const auto first = title.empty() ? 0 : character_at(title, 0).size;
    return text::upper(title.substr(0, first)) + std::string{title.substr(first)};
}

}  // namespace caicach::report
