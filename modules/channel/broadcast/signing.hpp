#pragma once
#include <string_view>

#include "channel/broadcast/broadcast.hpp"
#include "manifest/context.hpp"
#include "manifest/module.hpp"

/// Lines of the log are signed and corrected, each in the caller's transaction and with its audit
/// line; the ledger follows by itself.
namespace caicach::channel
{

inline constexpr evidence::FactKind played_fact{
    "channel.broadcast_played", "Chương trình đã phát trên loa", "lượt", "loudspeaker"};

/// Which time is meant.
struct TimeAsked {
    organisation::AgencyId agency{};
    std::string_view script_code{};
    Date day{};
    int minute{};
};

/// Whether the actor may look at what the agency plays.
[[nodiscard]] bool may_see_broadcasts(const Context& context, organisation::AgencyId agency);

/// Signs one, with its fact where it was played. forbidden; not_found "channel.broadcast.no_time";
/// conflict "….signed_before"; invalid "….too_late" and as check_said.
[[nodiscard]] Result<Broadcast> sign_broadcast(Context& context, database::Transaction& transaction,
                                               const TimeAsked& asked, const Said& said);
/// A line in the place of that one; "difference" says why, invalid "channel.broadcast.reason"
/// where it does not. The fact follows. conflict "base.changed_meanwhile".
[[nodiscard]] Result<Broadcast> correct_broadcast(Context& context,
                                                  database::Transaction& transaction,
                                                  Broadcast broadcast, const Said& said);

void add_signing(Module& module);

}  // namespace caicach::channel
