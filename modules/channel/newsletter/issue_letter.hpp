#pragma once
#include <string>

#include "channel/newsletter/edition.hpp"
#include "channel/subscription/subscription_links.hpp"
#include "notification/api.hpp"

namespace caicach::channel
{

/// What the letters of an issue say: the same to all but the link by which one leaves.
class IssueLetter
{
public:
    [[nodiscard]] static Result<IssueLetter> create(const Context& context,
                                                    database::Transaction& transaction,
                                                    const Issue& issue);
    /// Without a key.
    [[nodiscard]] notification::NewMessage to(SubscriberId recipient,
                                              const std::string& address) const;
    [[nodiscard]] const Issue& issue() const { return m_issue; }

private:
    IssueLetter(SubscriptionLinks links, const Edition& edition, std::string site);

    SubscriptionLinks m_links;
    Issue m_issue;
    std::string m_site;
    std::string m_name;
    std::string m_agency;
    std::string m_opening;
    std::string m_articles;
};

}  // namespace caicach::channel
