#pragma once
#include <optional>
#include <string_view>

#include "attachment/api.hpp"
#include "channel/screen/playlist.hpp"
#include "manifest/context.hpp"

/// What officers do with playlists and urgent notices, each in the caller's transaction and with
/// its audit line.
namespace caicach::channel
{

inline constexpr std::string_view playlist_object = "channel.playlist";
inline constexpr std::string_view urgent_object = "channel.urgent";

/// Pictures for slides: redrawn, and made as small as screens are.
[[nodiscard]] const attachment::AttachmentUse& slide_picture_use();

/// too_large "channel.playlist.too_many"; invalid "channel.playlist.days", "….weekdays", "….hours",
/// "….screen" for what is not of the agency.
[[nodiscard]] Result<Playlist> make_playlist(Context& context, database::Transaction& transaction,
                                             organisation::AgencyId agency,
                                             const PlaylistText& text);
[[nodiscard]] Result<void> change_playlist(Context& context, database::Transaction& transaction,
                                           Playlist playlist, const PlaylistText& text);
[[nodiscard]] Result<void> remove_playlist(Context& context, database::Transaction& transaction,
                                           const Playlist& playlist);

/// `slide` brings kind, content, days and seconds. invalid "channel.slide.secret", "….seconds",
/// "….days"; too_large "channel.slide.too_many".
[[nodiscard]] Result<void> add_slide(Context& context, database::Transaction& transaction,
                                     const Playlist& playlist, Slide slide,
                                     const attachment::KeptFile* picture = nullptr);
enum class SlideMove : unsigned char { up, down, away };
/// not_found "channel.slide.not_found".
[[nodiscard]] Result<void> move_slide(Context& context, database::Transaction& transaction,
                                      const Playlist& playlist, std::string_view code,
                                      SlideMove move);

/// Runs at once, and ends by itself. invalid "channel.urgent.hours", "channel.slide.secret";
/// too_large "channel.urgent.too_many".
[[nodiscard]] Result<void> show_urgent(Context& context, database::Transaction& transaction,
                                       Urgent urgent, std::int64_t hours);
[[nodiscard]] Result<void> end_urgent(Context& context, database::Transaction& transaction,
                                      const Urgent& urgent);

}  // namespace caicach::channel
