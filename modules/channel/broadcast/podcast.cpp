#include "channel/broadcast/podcast.hpp"

#include "channel/broadcast/broadcast_paths.hpp"
#include "html/html.hpp"
#include "http/wire.hpp"

namespace caicach::channel
{
namespace
{

// HTML's five escapes are those of XML, and forms take out the characters that XML refuses.
void item(html::Writer& out, const Podcast& podcast, const PodcastItem& one)
{
    const auto& programme = one.heard.programme;
    const auto page = podcast.site + listening_path(programme.code);
    const auto sound = podcast.site + listening_sound_path(programme.code);
    const auto bytes = std::to_string(one.heard.bytes);
    const auto seconds = std::to_string(programme.seconds);
    const auto played = http::http_date(one.heard.heard_at);
    out({"<item><title>",
         programme.title,
         "</title><link>",
         page,
         "</link><guid isPermaLink=\"false\">",
         programme.code,
         "</guid><pubDate>",
         played,
         "</pubDate><itunes:author>",
         one.agency,
         "</itunes:author><description>",
         programme.title,
         ", ",
         one.agency,
         "</description><enclosure url=\"",
         sound,
         "\" length=\"",
         bytes,
         "\" type=\"audio/mpeg\"/><itunes:duration>",
         seconds,
         "</itunes:duration></item>\n"});
}

}  // namespace

std::string podcast_text(const Podcast& podcast)
{
    std::string text;
    html::Writer out{text};
    const auto self = podcast.site + podcast.self_path;
    const auto page = podcast.site + podcast.page_path;
    out(
        {"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
         "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" "
         "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><channel><title>",
         podcast.title, "</title><link>", page, "</link><description>", podcast.title, ", ",
         podcast.publisher, "</description><language>vi</language><itunes:author>",
         podcast.publisher,
         "</itunes:author><itunes:category text=\"Government\"/>"
         "<itunes:explicit>false</itunes:explicit>"
         "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"",
         self, "\"/>\n"});
    for (const auto& one : podcast.items) item(out, podcast, one);
    out({"</channel></rss>\n"});
    return text;
}

}  // namespace caicach::channel
