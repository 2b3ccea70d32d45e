#pragma once
#include <string>
#include <vector>

#include "channel/screen/playlist.hpp"
#include "channel/screen/program.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "web/components/fault.hpp"

namespace caicach::channel
{

struct PlaylistPage {
    Playlist playlist{};
    std::string agency{};
    std::vector<Screen> screens{};  ///< of the agency
    std::vector<Slide> slides{};
    std::vector<std::optional<ShownSlide>> shown{};  ///< each as viewers see it
    std::vector<std::string> pictures{};             ///< address of each one's picture, or empty
    std::vector<newsroom::PublishedArticle> articles{};  ///< offered
    http::Form form{};  ///< what was typed; its field "form" says into which form
    web::Fault fault{};
};
[[nodiscard]] http::Response playlist_page(const Context& context, const PlaylistPage& page);

/// When and where it plays, as a form.
void playlist_settings(html::Writer& out, const Context& context, const PlaylistPage& page);
/// What can be put into it: articles, words, pictures, the newsletter.
void slide_forms(html::Writer& out, const Context& context, const PlaylistPage& page);

}  // namespace caicach::channel
