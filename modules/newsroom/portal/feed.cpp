#include "newsroom/portal/feed.hpp"

#include "html/html.hpp"
#include "http/wire.hpp"
#include "newsroom/paths.hpp"

namespace caicach::newsroom
{
namespace
{

using html::Writer;

// HTML's five escapes are those of XML, and text has no other character that XML refuses: forms
// take out control characters.
void atom_entry(Writer& out, const Feed& feed, const SignedNews& one)
{
    const auto address = feed.site + news_path(one.item.slug);
    const auto published = rfc3339(one.item.published_at);
    const auto changed = rfc3339(one.item.changed_at);
    out({"<entry><id>", address, "</id><title>", one.item.title,
         "</title><link rel=\"alternate\" type=\"text/html\" href=\"", address, "\"/><published>",
         published, "</published><updated>", changed, "</updated><author><name>", one.agency.name,
         "</name></author><category term=\"", section_text(feed.sections, one.item.section),
         "\"/>"});
    if (!one.item.summary.empty()) out({"<summary>", one.item.summary, "</summary>"});
    out({"</entry>\n"});
}

void rss_item(Writer& out, const Feed& feed, const SignedNews& one)
{
    const auto address = feed.site + news_path(one.item.slug);
    const auto published = rfc5322(one.item.published_at);
    // What is no whole address must not call itself one.
    const auto is_address = feed.site.empty() ? html::Literal("false") : html::Literal("true");
    out({"<item><title>", one.item.title, "</title><link>", address, "</link><guid isPermaLink=\"",
         is_address, "\">", address, "</guid><pubDate>", published, "</pubDate><dc:creator>",
         one.agency.name, "</dc:creator><category>", section_text(feed.sections, one.item.section),
         "</category><description>", one.item.summary, "</description></item>\n"});
}

}  // namespace

std::string atom_text(const Feed& feed)
{
    std::string text;
    Writer out{text};
    const auto self = feed.site + feed_path(feed.list_path, "atom");
    const auto page = feed.site + feed.list_path;
    const auto changed = rfc3339(feed.changed_at);
    out(
        {"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
         "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"",
         feed.language, "\"><id>", self, "</id><title>", feed.title, "</title><updated>", changed,
         "</updated><author><name>", feed.publisher,
         "</name></author>"
         "<link rel=\"self\" type=\"application/atom+xml\" href=\"",
         self, "\"/><link rel=\"alternate\" type=\"text/html\" href=\"", page, "\"/>\n"});
    for (const auto& one : feed.items) atom_entry(out, feed, one);
    out({"</feed>\n"});
    return text;
}

std::string rss_text(const Feed& feed)
{
    std::string text;
    Writer out{text};
    const auto self = feed.site + feed_path(feed.list_path, "rss");
    const auto page = feed.site + feed.list_path;
    const auto changed = rfc5322(feed.changed_at);
    out(
        {"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
         "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>",
         feed.title, "</title><link>", page, "</link><description>", feed.title, ", ",
         feed.publisher, "</description><language>", feed.language, "</language><lastBuildDate>",
         changed, "</lastBuildDate><atom:link rel=\"self\" type=\"application/rss+xml\" href=\"",
         self, "\"/>\n"});
    for (const auto& one : feed.items) rss_item(out, feed, one);
    out({"</channel></rss>\n"});
    return text;
}

std::string rfc3339(Instant at)
{
    constexpr std::size_t to_the_second = 19;  // "2026-03-15T02:00:00"
    return to_iso(at).substr(0, to_the_second) + "Z";
}

std::string rfc5322(Instant at)
{
    constexpr std::string_view zone = "GMT";
    auto text = http::http_date(at);
    return text.substr(0, text.size() - zone.size()) + "+0000";
}

}  // namespace caicach::newsroom
