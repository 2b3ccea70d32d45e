#pragma once
#include <string_view>

#include "channel/screen/screen.hpp"
#include "manifest/context.hpp"

/// What officers do with screens, each in the caller's transaction and with its audit line.
namespace caicach::channel
{

inline constexpr std::string_view screen_object = "channel.screen";

/// too_large "channel.screen.too_many".
[[nodiscard]] Result<Screen> register_screen(Context& context, database::Transaction& transaction,
                                             organisation::AgencyId agency, const ScreenText& text);
[[nodiscard]] Result<void> change_screen(Context& context, database::Transaction& transaction,
                                         Screen screen, const ScreenText& text);
/// From now on for some minutes the player that shows the code may come; the one paired before goes
/// on until then. invalid "channel.screen.code" of the field "code" where it is mistyped,
/// "channel.screen.code_taken" where another screen waits for it.
[[nodiscard]] Result<void> await_player(Context& context, database::Transaction& transaction,
                                        Screen screen, std::string_view code);
/// Its player plays nothing of ours any more as soon as it asks.
[[nodiscard]] Result<void> revoke_player(Context& context, database::Transaction& transaction,
                                         Screen screen);
/// Out of use; what it showed stays.
[[nodiscard]] Result<void> retire_screen(Context& context, database::Transaction& transaction,
                                         Screen screen);

}  // namespace caicach::channel
