#pragma once
#include <string>
#include <vector>

#include "channel/broadcast/heard.hpp"

/// Programmes for the programs that fetch them: RSS 2.0 with enclosures and Apple's names for
/// podcasts (help.apple.com/itc/podcasts_connect, "RSS feed requirements").
namespace caicach::channel
{

struct PodcastItem {
    HeardProgramme heard{};
    std::string agency{};
};

struct Podcast {
    std::string site{};  ///< "https://…"; may be empty: then addresses are relative
    std::string title{};
    std::string publisher{};
    std::string page_path{};  ///< the same as a page
    std::string self_path{};
    std::vector<PodcastItem> items{};  ///< latest first
};

[[nodiscard]] std::string podcast_text(const Podcast& podcast);

}  // namespace caicach::channel
