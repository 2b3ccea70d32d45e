#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::notification
{

/// GET /mau-tin
[[nodiscard]] Result<http::Response> show_templates(Context& context, const http::Request& request);
/// GET /mau-tin/{template}: "reminder.due.sms", its text, what it costs, its versions.
[[nodiscard]] Result<http::Response> show_template(Context& context, const http::Request& request);
/// POST there: a new version, or with `preview` only what it would look like.
[[nodiscard]] Result<http::Response> post_template(Context& context, const http::Request& request);
/// POST /mau-tin/{template}/gui-thu: one message to the `address` typed, or to oneself.
[[nodiscard]] Result<http::Response> post_trial_message(Context& context,
                                                        const http::Request& request);

}  // namespace caicach::notification
