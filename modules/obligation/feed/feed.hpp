#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/calendar_writer.hpp"
#include "manifest/context.hpp"
#include "obligation/inbox.hpp"

/// A calendar that a person's own programs read: what is due, and when, behind an address that only
/// its owner knows.
namespace caicach::obligation
{

struct FeedTag;
using FeedId = Id<FeedTag>;

struct Feed {
    FeedId id{};
    std::string code{};
    AccountId account{};
    organisation::AgencyId agency{};
    bool only_mine{};  ///< what is assigned to the account, not all that the agency owes
    Instant made_at{};
};

/// The secret is known only now: what is kept is its hash. Needs "obligation.see" for the agency
/// that the actor acts for. conflict "obligation.feed.too_many".
[[nodiscard]] Result<std::string> make_feed(Context& context, database::Transaction& transaction,
                                            bool only_mine);
/// The actor's own, the newest first.
[[nodiscard]] Result<std::vector<Feed>> own_feeds(const Context& context,
                                                  database::Transaction& transaction);
/// Its address leads nowhere any more. not_found "obligation.feed.not_found" where it is none of
/// the actor's.
[[nodiscard]] Result<void> revoke_feed(Context& context, database::Transaction& transaction,
                                       std::string_view code);

/// What is owed, the nearest due days first, as of today. not_found "obligation.feed.not_found" for
/// a secret that nobody made, that was revoked, or whose owner may no longer see the agency's work.
[[nodiscard]] Result<document::Calendar> feed_of(const Context& context,
                                                 database::Transaction& transaction,
                                                 std::string_view secret);

}  // namespace caicach::obligation
