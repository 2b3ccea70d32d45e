#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "notification/message.hpp"
#include "notification/rules/purpose.hpp"

/// Whether a message may go, and when.
namespace caicach::notification
{

struct Verdict {
    std::string reason{};  ///< message key of why it must not go; empty: it may
    Instant due{};         ///< not before
};

/// While it is a trial only guests are written to.
[[nodiscard]] bool is_guest(const Messaging& messaging, std::string_view address);
/// What speaks against the receiver's getting it at all, whenever it is asked:
/// "notification.reason.{no_address, trial, refused, no_consent}"; empty: nothing.
[[nodiscard]] Result<std::string> objection(Context& context, database::Transaction& transaction,
                                            const Message& message, const Purpose& purpose);
/// The first that speaks against it: an objection, or "notification.reason.{same_too_often,
/// too_often}".
[[nodiscard]] Result<Verdict> judge(Context& context, database::Transaction& transaction,
                                    const Message& message, const Purpose& purpose);

/// Who wants no more of a purpose on a channel.
struct Refusal {
    Channel channel{};
    std::string purpose{};
};
[[nodiscard]] Result<std::vector<Refusal>> refusals_of(database::Transaction& transaction,
                                                       std::string_view address);
/// From now on, or no longer; twice the same is once. invalid "notification.purpose.no_refusal"
/// where the purpose is needed.
[[nodiscard]] Result<void> refuse(Context& context, database::Transaction& transaction,
                                  std::string_view address, const Refusal& refusal);
[[nodiscard]] Result<void> want_again(Context& context, database::Transaction& transaction,
                                      std::string_view address, const Refusal& refusal);

}  // namespace caicach::notification
