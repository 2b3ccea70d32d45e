#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attachment/api.hpp"
#include "channel/screen/schedule.hpp"
#include "channel/screen/screen.hpp"
#include "newsroom/api.hpp"

/// What officers put together: playlists of slides, and urgent notices.
namespace caicach::channel
{

struct PlaylistTag;
using PlaylistId = Id<PlaylistTag>;
struct SlideTag;
using SlideId = Id<SlideTag>;
struct UrgentTag;
using UrgentId = Id<UrgentTag>;

struct PlaylistText {
    std::string name{};
    std::optional<ScreenId> screen{};  ///< none: all of the agency
    ScreenZone zone{};
    DayPart part{};
    int priority{1};
};

struct Playlist {
    PlaylistId id{};
    std::string code{};
    organisation::AgencyId agency{};
    PlaylistText text{};
    bool is_removed{};
    Instant made_at{};
    std::int64_t version{1};
};

enum class SlideKind : unsigned char { article, text, picture, issue };
[[nodiscard]] std::string_view key_of(SlideKind kind);
[[nodiscard]] std::string_view text_of(SlideKind kind);

struct Slide {
    SlideId id{};
    std::string code{};
    organisation::AgencyId agency{};
    PlaylistId playlist{};
    SlideKind kind{SlideKind::text};
    std::optional<newsroom::ArticleId> article{};
    std::optional<attachment::AttachmentId> picture{};
    std::string sha256{};  ///< of the picture
    std::string title{};   ///< of an article that of the day on which it was taken in
    std::string body{};
    Days days{};
    int seconds{};
    Instant made_at{};
};

struct Urgent {
    UrgentId id{};
    std::string code{};
    organisation::AgencyId agency{};
    bool reaches_below{};  ///< screens of agencies below, too
    std::string title{};
    std::string body{};
    Instant begins_at{};
    Instant ends_at{};
};

[[nodiscard]] PlannedPlaylist planned(const Playlist& playlist, const std::vector<Slide>& slides);

/// "Thứ Hai–thứ Sáu, 7:30–11:30": in words for pages.
[[nodiscard]] std::string words_of(const DayPart& part);
[[nodiscard]] std::string words_of(const Days& days);  ///< empty where there are no bounds
[[nodiscard]] std::string clock_of(int minute);        ///< "07:30"
/// "7:30", "07:30", "7h30", "7h"; 1440 is "24:00". Nothing for anything else.
[[nodiscard]] std::optional<int> minute_from(std::string_view typed);
[[nodiscard]] std::string_view text_of_priority(int priority);

}  // namespace caicach::channel
