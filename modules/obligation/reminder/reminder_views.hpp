#pragma once
#include <string>
#include <vector>

#include "html/html.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/reminder/reminder.hpp"

namespace caicach::obligation
{

/// A reminder with the names that belong to it.
struct ShownReminder {
    ListedReminder listed{};
    std::string person{};
    std::string agency{};
    std::string rule{};  ///< "Nhắc trực tiếp: Đàm Thu Hiền (Sở Nội vụ)"
};

/// "Đang làm, dự kiến xong 30/03/2026: chờ duyệt"
[[nodiscard]] std::string answer_text(const Reminder& reminder);

struct RemindersPage {
    plan::PlanSummary plan{};
    std::vector<ShownReminder> reminders{};
    std::string next_path{};
};
[[nodiscard]] http::Response reminders_page(const Context& context, const RemindersPage& page);

/// The part of an obligation's page; nothing where nobody was reminded of it.
void write_reminders(html::Writer& out, const std::vector<ShownReminder>& reminders);

}  // namespace caicach::obligation
