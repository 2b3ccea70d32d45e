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

/// The first that speaks against it: "notification.reason.{no_address, trial, refused, no_consent,
/// same_too_often, too_often}".
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

/// The telephone that the person gave: "84987654321", or empty.
[[nodiscard]] Result<std::string> number_of(database::Transaction& transaction, AccountId account);
/// An empty one forgets it. invalid "notification.number.malformed".
[[nodiscard]] Result<void> set_number(Context& context, database::Transaction& transaction,
                                      AccountId account, std::string_view typed);

/// "0987 654 321" and "+84 987654321" as "84987654321"; nothing for what is no mobile number of
/// Vietnam.
[[nodiscard]] std::optional<std::string> parse_number(std::string_view typed);

}  // namespace caicach::notification
