#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "calendar/date.hpp"

/// Where programs of IP loudspeakers fetch what they play: AGENCY/DAY/HHMM-title-hash.mp3, and the
/// day's list beside it.
namespace caicach::channel
{

/// Within the data folder; the operator makes it, or a link of that name to where they look.
inline constexpr std::string_view loudspeaker_folder_name = "loudspeakers";
inline constexpr std::string_view playlist_name = "playlist.m3u8";

/// A programme at its hour.
struct SoundDrop {
    std::string agency{};  ///< its slug
    Date day{};
    int minute{};
    std::string title{};
    std::int64_t seconds{};
    std::string sha256{};
    std::string source{};  ///< where the MP3 lies

    friend bool operator==(const SoundDrop&, const SoundDrop&) = default;
};

/// "0530-kham-benh-1a2b3c4d.mp3": in the order of the day, and another sound has another name.
[[nodiscard]] std::string name_of(const SoundDrop& drop);

/// Makes the folder say what is wanted from `today` on, and forgets days that are over for a week.
/// Nothing there is ever half written, and what is right already stays untouched. `wanted` is in
/// the order of agencies and days. unavailable "channel.loudspeakers.unwritable" with the path and
/// what the system says.
[[nodiscard]] Result<void> lay_out(const std::filesystem::path& root,
                                   std::span<const SoundDrop> wanted, Date today);

}  // namespace caicach::channel
