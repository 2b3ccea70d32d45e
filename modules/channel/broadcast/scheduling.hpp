#pragma once
#include <string>
#include <string_view>

#include "channel/broadcast/airing_store.hpp"
#include "manifest/context.hpp"
#include "manifest/module.hpp"

/// Programmes are put into slots, each in the caller's transaction and with its audit line.
namespace caicach::channel
{

inline constexpr std::string_view airing_object = "channel.airing";
inline constexpr std::string_view play_hours_object = "channel.play_hours";

/// Whether the actor says what that agency, or every member of that group, plays.
[[nodiscard]] bool may_schedule(const Context& context, const organisation::Target& target);

/// `airing` without id, script and maker. forbidden; invalid "channel.airing.programme" (field
/// "script"), "….past" ("from"), "….days" ("to"), "….weekdays"; conflict "….same" where the
/// programme is planned for those already.
[[nodiscard]] Result<Airing> schedule_airing(Context& context, database::Transaction& transaction,
                                             std::string_view script_code, Airing airing);
/// Nothing is played of it from now on. conflict "base.changed_meanwhile".
[[nodiscard]] Result<void> end_airing(Context& context, database::Transaction& transaction,
                                      const Airing& airing);
/// From tomorrow on, today where the agency had none of its own. invalid "channel.airing.hours" of
/// the field "own_hours" where there are none.
[[nodiscard]] Result<void> set_play_hours(Context& context, database::Transaction& transaction,
                                          organisation::AgencyId agency, std::vector<int> minutes);

void add_scheduling(Module& module);

}  // namespace caicach::channel
