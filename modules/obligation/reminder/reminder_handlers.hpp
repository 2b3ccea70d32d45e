#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/reminder/reminder_views.hpp"

namespace caicach::obligation
{

/// GET /theo-doi/{plan}/nhac-viec: what was sent for the plan, and what was answered.
[[nodiscard]] Result<http::Response> show_reminders(Context& context, const http::Request& request);
/// The same as CSV, whole.
[[nodiscard]] Result<http::Response> export_reminders(Context& context,
                                                      const http::Request& request);

/// For the page of an obligation, newest first.
[[nodiscard]] Result<std::vector<ShownReminder>> shown_reminders(const Context& context,
                                                                 database::Transaction& transaction,
                                                                 ObligationId obligation);

}  // namespace caicach::obligation
