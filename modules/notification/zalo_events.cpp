#include "notification/zalo_events.hpp"

#include <array>
#include <charconv>
#include <fstream>
#include <optional>
#include <string>

#include "base/log.hpp"
#include "crypto/crypto.hpp"
#include "crypto/public_code.hpp"
#include "json/value.hpp"
#include "notification/outbox.hpp"
#include "notification/sql.hpp"
#include "text/text.hpp"

namespace caicach::notification
{
namespace
{

constexpr std::string_view reached = "user_received_message";
constexpr std::int64_t age_seconds_max = 24L * 3600;  // longer than Zalo comes again
constexpr std::int64_t ahead_seconds_max = 300;       // of two clocks that differ
constexpr std::size_t depth_max = 8;

/// Empty where the operator gave none.
std::string secret_of(const Services& services)
{
    constexpr std::size_t bytes_max = 512;
    std::ifstream file(services.data_folder + "/" + std::string(zalo_secret_name));
    std::array<char, bytes_max> line{};
    file.getline(line.data(), line.size());
    return std::string(text::trim(line.data()));
}

/// As it stands in the body, where Zalo writes it as a text.
std::string digits_of(const json::Value& timestamp)
{
    if (timestamp.is_number()) return std::to_string(timestamp.as_integer());
    return std::string(timestamp.as_string());
}

/// Whether Zalo said this, of our own application.
bool is_signed(const Services& services, const http::Request& request, const json::Value& event)
{
    const auto secret = secret_of(services);
    const auto& app_id = services.messaging.zalo.app_id;
    if (secret.empty() || event["app_id"].as_string() != app_id) return false;
    const auto wanted =
        crypto::sha256_hex(app_id + request.body() + digits_of(event["timestamp"]) + secret);
    auto said = request.header("x-zevent-signature");
    constexpr std::string_view label = "mac=";
    if (said.starts_with(label)) said.remove_prefix(label.size());
    return crypto::constant_time_equal(said, wanted);
}

/// What is older was said before, and may be said again by anybody who heard it.
bool is_fresh(const json::Value& event, Instant now)
{
    const auto digits = digits_of(event["timestamp"]);
    std::int64_t at = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), at);
    if (error != std::errc() || end != digits.data() + digits.size()) return false;
    constexpr std::int64_t milliseconds = 1000;
    const auto seconds = now.microseconds / (milliseconds * milliseconds) - at / milliseconds;
    return seconds <= age_seconds_max && seconds >= -ahead_seconds_max;
}

/// Twice the same is once; what is not on its way changes nothing.
Result<void> note_delivered(Context& context, std::string_view code)
{
    auto transaction = TRY(context.begin());
    const auto message = message_by_code(transaction, code);
    if (!message && message.error().kind != Failure::not_found)
        return tl::unexpected<Error>(message.error());
    if (!message || message->channel != Channel::zalo) return {};
    TRY(transaction.change(sql::report_message, message->id, key_of(Status::delivered), "",
                           context.now()));
    return transaction.commit();
}

}  // namespace

Result<http::Response> take_zalo_event(Context& context, const http::Request& request)
{
    const auto& services = context.services();
    const auto event = json::parse(request.body(), {.depth = depth_max});
    const bool is_on = services.messaging.zalo.is_on();
    if (!is_on || !event || !is_signed(services, request, *event)) {
        if (is_on) log::warning("an event that Zalo did not sign");
        return failure(Failure::not_found, "http.not_found");
    }
    const auto code = crypto::parse_public_code((*event)["message"]["tracking_id"].as_string());
    if ((*event)["event_name"].as_string() == reached && code && is_fresh(*event, context.now()))
        TRY(note_delivered(context, *code));
    return http::plain_text("OK\n");
}

}  // namespace caicach::notification
