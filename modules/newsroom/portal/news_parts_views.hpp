#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "newsroom/article/section.hpp"
#include "newsroom/portal/news.hpp"
#include "web/components/page.hpp"

/// What lists, the front page and articles show alike.
namespace caicach::newsroom
{

void moment(html::Writer& out, Instant at);
/// "15/03/2026, 09:00 · Sở Y tế"
void news_note(html::Writer& out, const SignedNews& news);

struct NewsSearch {
    std::string_view words{};
    std::string_view section{};     ///< key; empty: all
    std::string_view results_id{};  ///< what of the page is replaced while typing; empty: nothing
};
void news_search(html::Writer& out, const std::vector<Section>& sections, const NewsSearch& search);

/// Tells browsers and readers of feeds of the list's own.
void name_feed(web::Frame& frame, const std::string& list, const std::string& title);
/// The feeds of a list.
void feed_links(html::Writer& out, const std::string& list);

/// Links to all sections; the one of `current` (a key) says so.
void section_links(html::Writer& out, const std::vector<Section>& sections,
                   std::string_view current);

}  // namespace caicach::newsroom
