#pragma once
#include <string>
#include <string_view>

#include "calendar/date.hpp"
#include "http/percent.hpp"

namespace caicach::channel
{

/// Where scripts for loudspeakers and radio are written.
[[nodiscard]] inline std::string scripts_path() { return "/soan-phat-thanh"; }
[[nodiscard]] inline std::string scripts_path(std::string_view code)
{
    return scripts_path() + "/" + std::string(code);
}
/// Scripts that wait for approval.
[[nodiscard]] inline std::string waiting_scripts_path() { return scripts_path() + "/cho-duyet"; }
/// What lies below a script: "gui", "doan/len".
[[nodiscard]] inline std::string scripts_path(std::string_view code, std::string_view below)
{
    return scripts_path(code) + "/" + std::string(below);
}

/// What goes over the loudspeakers of an agency, and its log.
[[nodiscard]] inline std::string air_path() { return "/truyen-thanh"; }
[[nodiscard]] inline std::string air_path(std::string_view below)
{
    return air_path() + "/" + std::string(below);
}
/// The page of an agency's day.
[[nodiscard]] inline std::string air_day_path(std::string_view agency_code, Date day)
{
    return air_path() + "?co-quan=" + http::percent_encoded(agency_code) + "&ngay=" + day.iso();
}
[[nodiscard]] inline std::string correction_path(std::string_view broadcast)
{
    return air_path(broadcast) + "/sua";
}
[[nodiscard]] inline std::string airings_path() { return air_path("lich"); }
[[nodiscard]] inline std::string airings_of_path(std::string_view agency_code)
{
    return airings_path() + "?co-quan=" + http::percent_encoded(agency_code);
}
[[nodiscard]] inline std::string airing_end_path(std::string_view airing)
{
    return airings_path() + "/" + std::string(airing) + "/ngung";
}
[[nodiscard]] inline std::string play_hours_path() { return air_path("gio"); }
[[nodiscard]] inline std::string air_sound_path(std::string_view script)
{
    return air_path("chuong-trinh/") + std::string(script) + "/am-thanh.mp3";
}

/// What went over loudspeakers, for everybody to hear again.
[[nodiscard]] inline std::string listening_path() { return "/nghe-lai"; }
[[nodiscard]] inline std::string listening_path(std::string_view script)
{
    return listening_path() + "/" + std::string(script);
}
[[nodiscard]] inline std::string listening_sound_path(std::string_view script)
{
    return listening_path(script) + "/am-thanh.mp3";
}
[[nodiscard]] inline std::string podcast_path() { return listening_path("podcast.xml"); }
[[nodiscard]] inline std::string podcast_path(std::string_view agency_slug)
{
    return podcast_path() + "?co-quan=" + http::percent_encoded(agency_slug);
}

}  // namespace caicach::channel
