#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"
#include "manifest/context.hpp"
#include "obligation/obligation.hpp"
#include "obligation/reminder/reminder.hpp"
#include "obligation/reminder/reminder_views.hpp"

/// "Đang làm, dự kiến xong ngày …": what an agency says of work that is not done, on the page of
/// the work as from the link of a letter.
namespace caicach::obligation
{

/// From a form, `text_field` being the one of the words. invalid "obligation.answer.day_past"
/// (expected_on).
[[nodiscard]] Result<GivenAnswer> progress_in(const Context& context, const http::Request& request,
                                              std::string_view text_field);

/// Keeps it as an answer of the person's own; the last word of a day stands. forbidden for who may
/// not report for the agency; conflict "obligation.closed" where nothing is owed any more.
[[nodiscard]] Result<void> tell_progress(Context& context, database::Transaction& transaction,
                                         const Obligation& obligation, const GivenAnswer& given);

/// "Đang làm, dự kiến xong 30/03/2026: chờ duyệt (Lục Văn Bách, 20/03/2026)", the last that was
/// said; empty where nobody said anything.
[[nodiscard]] std::string last_progress(const std::vector<ShownReminder>& reminders);

}  // namespace caicach::obligation
