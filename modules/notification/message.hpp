#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "notification/api.hpp"

/// A message that the program sends, and what became of it.
namespace caicach::notification
{

/// As the tables and configurations call them ("in_app"), and as pages do ("Chuông báo").
[[nodiscard]] std::string_view key_of(Channel channel);
[[nodiscard]] std::string_view text_of(Channel channel);
[[nodiscard]] std::optional<Channel> channel_from(std::string_view key);
[[nodiscard]] std::string_view key_of(Priority priority);  ///< "single", for the table

/// The words of GOV.UK Notify, and `sent`, `uncertain` besides.
enum class Status : std::uint8_t {
    created,            ///< waits in the outbox, perhaps for another attempt
    sending,            ///< somebody talks to the provider right now
    sent,               ///< the provider has it; nobody has said more
    delivered,          ///< it has reached the person
    temporary_failure,  ///< "later", said too often
    permanent_failure,  ///< refused: there is no such address
    technical_failure,  ///< our own fault, or our configuration's
    uncertain,          ///< we ended, or heard nothing, while sending: it may have gone
    cancelled,          ///< not sent, for a reason that stands beside it
};
[[nodiscard]] std::string_view key_of(Status status);   ///< "temporary-failure"
[[nodiscard]] std::string_view text_of(Status status);  ///< "Đang chờ gửi"
[[nodiscard]] Status status_from(std::string_view key);

struct Message {
    MessageId id{};
    std::string code{};  ///< stands in forms, Message-ID and bounces
    Channel channel{};
    Priority priority{};
    AccountId account{};
    std::string address{};
    std::string purpose{};
    std::string template_key{};  ///< empty: worded by the program
    std::int64_t template_version{};
    std::string variables{};  ///< JSON object; Zalo fills its own form with them
    std::string subject{};
    std::string body{};  ///< empty once it has gone or run out, but for the bell
    std::string path{};
    std::string key{};
    Status status{};
    std::string error{};      ///< message key of the last failure or the reason, or empty
    std::string provider{};   ///< the last one tried: "email.main"
    std::string reference{};  ///< the provider's own
    std::string report_secret{};
    std::int64_t attempts{};
    std::int64_t segments{};  ///< of a text message
    Instant created_at{};
    Instant due_at{};
    Instant expires_at{};
    std::optional<Instant> settled_at{};
    std::optional<Instant> read_at{};
    std::optional<Channel> took_over_from{};  ///< which could not reach the person
    std::optional<Channel> handed_to{};       ///< which took over from this one

    /// A dead letter: only a person has it sent again.
    [[nodiscard]] bool is_stuck() const
    {
        const bool has_failed = status == Status::temporary_failure ||
                                status == Status::permanent_failure ||
                                status == Status::technical_failure || status == Status::uncertain;
        return has_failed && !handed_to;
    }
    [[nodiscard]] bool can_be_sent_again(Instant now) const
    {
        return is_stuck() && !body.empty() && now < expires_at;
    }
};

}  // namespace caicach::notification
