#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
    std::string rule{};  ///< "Nhắc trực tiếp: Đàm Thu Hiền"
};

struct RemindersPage {
    plan::PlanSummary plan{};
    std::vector<ShownReminder> reminders{};
    std::string next_path{};
};
[[nodiscard]] http::Response reminders_page(const Context& context, const RemindersPage& page);

/// The part of an obligation's page; nothing where nobody was reminded of it.
void write_reminders(html::Writer& out, const std::vector<ShownReminder>& reminders);

/// An agency that is late, and when it was nudged last.
struct NudgeRow {
    std::string agency{};
    std::string code{};
    std::int64_t overdue{};
    std::optional<Date> last{};
};
/// The part of the page of the late; nothing where there is nobody to nudge.
void write_nudges(html::Writer& out, const Context& context, std::string_view plan_code,
                  const std::vector<NudgeRow>& rows);

}  // namespace caicach::obligation
