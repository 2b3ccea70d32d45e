#pragma once
#include <string_view>

#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

/// What Zalo tells of the messages that it took (ZNS), by its documentation of webhooks:
/// developers.zalo.me/docs/official-account/webhook/tong-quan and, for the message that reached a
/// telephone, …/docs/zalo-notification-service/webhook/su-kien-nguoi-dung-nhan-thong-bao-zns:
///
///     POST  X-ZEvent-Signature: mac=<sha256(app_id + body + timestamp + OA secret key)>
///     {"event_name": "user_received_message", "app_id": "…", "timestamp": "1602560967477",
///      "sender": {"id": "…"}, "recipient": {"id": "84…"},
///      "message": {"msg_id": "…", "tracking_id": "…", "delivery_time": "1602960467432"}}
///
/// `tracking_id` is the code that we gave the message. Zalo wants 200 within two seconds and comes
/// again for hours with what was answered otherwise. That somebody has seen a message
/// (user_seen_message) it tells only of chats, which we do not have; a test of theirs names no
/// message of ours: such events are taken, and change nothing.
namespace caicach::notification
{

/// In the data folder: the secret key of the Official Account (not that of the application) in
/// its first line. Without the file nothing is believed.
inline constexpr std::string_view zalo_secret_name = "zalo_oa_secret";

/// POST /zalo/su-kien. Who signed decides what is answered, never whether a message is known here:
/// 200 to Zalo, not_found to everybody else.
[[nodiscard]] Result<http::Response> take_zalo_event(Context& context,
                                                     const http::Request& request);

}  // namespace caicach::notification
