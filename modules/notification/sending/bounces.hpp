#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "manifest/context.hpp"
#include "net/mail_refusal.hpp"
#include "notification/message.hpp"

/// Letters that came back. The mail server lays what is sent to "tra-lai+CODE@…" into a Maildir.
namespace caicach::notification
{

struct Bounce {
    std::string code{};  ///< of the message that came back
    /// Nothing where the mail server goes on trying.
    std::optional<net::MailRefusal> refusal{};
};
/// What a report of RFC 3464 says; nothing for other letters, such as a holiday note.
/// `bounce_address` is the operator's, without a code.
[[nodiscard]] std::optional<Bounce> parse_bounce(std::string_view letter,
                                                 std::string_view bounce_address);

/// Reads what is new in the operator's Maildir, some at once, and moves it to what was seen.
[[nodiscard]] Result<void> take_bounces(Context& context);

/// Publishes MessageFailed where the status says something about the receiver.
[[nodiscard]] Result<void> tell_unreached(Context& context, database::Transaction& transaction,
                                          const Message& message, Status status);

}  // namespace caicach::notification
