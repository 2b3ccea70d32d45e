#include "notification/reports.hpp"

#include <optional>
#include <string>

#include "crypto/crypto.hpp"
#include "notification/outbox.hpp"
#include "notification/sending/fallback.hpp"
#include "notification/sql.hpp"

namespace caicach::notification
{
namespace
{

// Kannel's User's Guide, "Delivery reports".
constexpr std::int64_t event_delivered = 1;
constexpr std::int64_t event_not_delivered = 2;
constexpr std::int64_t event_refused = 16;

std::optional<Status> status_of(std::int64_t event)
{
    if (event == event_delivered) return Status::delivered;
    if (event == event_not_delivered || event == event_refused) return Status::permanent_failure;
    return {};
}

}  // namespace

Result<http::Response> take_report(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("code"));
    const auto secret = TRY(request.path<std::string>("secret"));
    const auto event = TRY(request.integer("ket-qua"));
    auto transaction = TRY(context.begin());
    const auto message = TRY(message_by_code(transaction, code));
    if (message.report_secret.empty() ||
        !crypto::constant_time_equal(secret, message.report_secret))
        return failure(Failure::not_found, "notification.message.not_found");
    if (const auto status = status_of(event)) {
        const bool is_refused = *status == Status::permanent_failure;
        const auto changed = TRY(
            transaction.change(sql::report_message, message.id, key_of(*status),
                               is_refused ? "notification.sms.not_delivered" : "", context.now()));
        if (changed == 1 && is_refused) TRY(fall_back(context, transaction, message));
        TRY(transaction.commit());
    }
    return http::plain_text("", 204);
}

}  // namespace caicach::notification
