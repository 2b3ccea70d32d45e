#pragma once
#include <string>
#include <string_view>

namespace caicach::newsroom
{

/// Where articles are written and edited.
[[nodiscard]] inline std::string desk_path() { return "/toa-soan"; }
[[nodiscard]] inline std::string new_article_path() { return "/toa-soan/moi"; }
[[nodiscard]] inline std::string article_path(std::string_view code)
{
    return desk_path() + "/" + std::string(code);
}
/// One like an article, in another language.
[[nodiscard]] inline std::string new_version_path(std::string_view code)
{
    return new_article_path() + "?ban-goc=" + std::string(code);
}
/// What the board speaks of for some weeks.
[[nodiscard]] inline std::string themes_path() { return desk_path() + "/chu-de"; }
[[nodiscard]] inline std::string theme_path(std::string_view code)
{
    return themes_path() + "?sua=" + std::string(code);
}
/// What lies below an article: "sua", "gui", "dang".
[[nodiscard]] inline std::string article_path(std::string_view code, std::string_view below)
{
    return article_path(code) + "/" + std::string(below);
}
/// What one revision says that another did not.
[[nodiscard]] inline std::string changes_path(std::string_view code, int from, int to)
{
    return article_path(code, "so-sanh") + "?tu=" + std::to_string(from) +
           "&den=" + std::to_string(to);
}

/// A file that came with an article.
[[nodiscard]] inline std::string article_file_path(std::string_view code, int number)
{
    return article_path(code, "tep") + "/" + std::to_string(number);
}

/// Where they are read.
[[nodiscard]] inline std::string news_path() { return "/tin-bai"; }
[[nodiscard]] inline std::string news_path(std::string_view slug)
{
    return news_path() + "/" + std::string(slug);
}
/// What there is in English.
[[nodiscard]] inline std::string english_path() { return "/en"; }
/// Of one section, of one agency, and the agencies that have articles.
[[nodiscard]] inline std::string section_path(std::string_view slug)
{
    return news_path() + "/muc/" + std::string(slug);
}
[[nodiscard]] inline std::string agencies_news_path() { return news_path() + "/co-quan"; }
[[nodiscard]] inline std::string agency_news_path(std::string_view slug)
{
    return agencies_news_path() + "/" + std::string(slug);
}
/// The feed of a list: "atom" or "rss".
[[nodiscard]] inline std::string feed_path(std::string_view list, std::string_view format)
{
    return std::string(list) + "/bang-tin." + std::string(format);
}
/// Takes what a reader says of an article; then the article again, with thanks.
[[nodiscard]] inline std::string rating_path(std::string_view slug)
{
    return news_path(slug) + "/danh-gia";
}
[[nodiscard]] inline std::string rated_path(std::string_view slug)
{
    return news_path(slug) + "?cam-on=1#danh-gia";
}
[[nodiscard]] inline std::string ratings_path() { return desk_path() + "/danh-gia"; }
[[nodiscard]] inline std::string sitemap_path() { return "/sitemap.xml"; }
[[nodiscard]] inline std::string sitemap_pages_path() { return "/sitemap/trang.xml"; }
/// Of the articles of a month: "2026-03".
[[nodiscard]] inline std::string sitemap_month_path(std::string_view month)
{
    return "/sitemap/" + std::string(month) + "/bai.xml";
}
/// A picture or a file of a public article, by the hash of its content.
[[nodiscard]] inline std::string public_file_path(std::string_view sha256)
{
    return news_path() + "/tep/" + std::string(sha256);
}

}  // namespace caicach::newsroom
