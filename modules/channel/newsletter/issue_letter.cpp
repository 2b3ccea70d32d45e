#include "channel/newsletter/issue_letter.hpp"

#include <utility>

#include "channel/limits.hpp"
#include "channel/paths.hpp"
#include "text/text.hpp"

namespace caicach::channel
{
namespace
{

/// Number, title, who writes, a few words, where the rest is.
std::string articles_of(const Edition& edition, const std::string& site)
{
    std::string text;
    int number = 0;
    for (const auto& one : edition.articles) {
        const auto& article = one.article;
        if (article.is_withdrawn) continue;
        text += std::to_string(++number) + ". " + one.title + "\n" + one.agency + ", " +
                Date::of(article.published_at).vietnamese() + "\n";
        if (!article.summary.empty())
            text += text::shorten(article.summary, limits::letter_summary_length) + "\n";
        text += site + article.path + "\n\n";
    }
    return text;
}

}  // namespace

Result<IssueLetter> IssueLetter::create(const Context& context, database::Transaction& transaction,
                                        const Issue& issue)
{
    const auto edition = TRY(edition_of(context, transaction, issue));
    auto links = TRY(SubscriptionLinks::open(context.services()));
    return IssueLetter(std::move(links), edition, context.services().site);
}

IssueLetter::IssueLetter(SubscriptionLinks links, const Edition& edition, std::string site)
    : m_links(std::move(links)),
      m_issue(edition.issue),
      m_site(std::move(site)),
      m_name(edition.name),
      m_agency(edition.agency),
      m_opening(document::plain_text(edition.opening)),
      m_articles(articles_of(edition, m_site))
{
    if (!m_opening.empty()) m_opening += "\n\n";
}

notification::NewMessage IssueLetter::to(SubscriberId recipient, const std::string& address) const
{
    const auto leave = m_site + m_links.path(SubscriptionLinks::Way::leave, recipient);
    return {.channel = notification::Channel::email,
            .template_key = "channel.issue",
            .address = address,
            .variables = {{"ten_so", m_name},
                          {"ban_tin", m_agency},
                          {"loi_mo", m_opening},
                          {"bai", m_articles},
                          {std::string(notification::leaving_variable), leave}},
            .path = archive_path(m_issue.slug),
            .priority = notification::Priority::bulk};
}

}  // namespace caicach::channel
