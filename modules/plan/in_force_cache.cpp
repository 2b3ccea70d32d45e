#include "plan/in_force_cache.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "plan/edition_store.hpp"
#include "plan/item_store.hpp"
#include "plan/paths.hpp"

namespace caicach::plan
{
namespace
{

using AgencyIds = std::vector<organisation::AgencyId>;

template <class One>
void add_once(std::vector<One>& ids, One id)
{
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
}

/// Whom the plan names, one by one and as groups.
struct Named {
    AgencyIds agencies;
    std::vector<organisation::GroupId> groups;

    void add(const Mention& mention)
    {
        if (!mention.target) return;
        if (const auto* agency = std::get_if<organisation::AgencyId>(&*mention.target)) {
            add_once(agencies, *agency);
        } else if (const auto* group = std::get_if<organisation::GroupId>(&*mention.target)) {
            add_once(groups, *group);
        }
    }
};

Result<AgencyIds> agencies_in(database::Transaction& transaction, EditionId id,
                              const std::vector<Item>& items)
{
    auto editions = EditionStore{transaction};
    const auto edition = TRY(editions.find(id));
    const auto groups = TRY(organisation::groups(transaction));
    Named named;
    for (const auto& item : items) {
        for (const auto role : roles) {
            for (const auto& mention : item.agencies(role)) named.add(mention);
        }
    }
    for (const auto& group : groups) {
        // Who is in an open group nobody can tell.
        if (group.is_open || std::ranges::find(named.groups, group.id) == named.groups.end())
            continue;
        const auto members = TRY(organisation::members(transaction, group.id, edition.day()));
        for (const auto& member : members.agencies) add_once(named.agencies, member.id);
    }
    return named.agencies;
}

Result<InForceContent> read(database::Transaction& transaction, EditionId edition)
{
    auto items = ItemStore{transaction};
    auto editions = EditionStore{transaction};
    InForceContent content;
    auto all = TRY(items.all_of(edition));
    content.items = without_removed(std::move(all));
    const auto lines = TRY(editions.lines(edition));
    content.texts.reserve(content.items.size());
    for (std::size_t at = 0; at < content.items.size(); ++at) {
        const auto* next = at + 1 < content.items.size() ? &content.items[at + 1] : nullptr;
        content.texts.push_back(texts_of(content.items[at], lines, next));
    }
    const auto references = TRY(editions.references(edition));
    for (const auto& reference : references)
        content.references.push_back(
            {reference_text(reference), citations_path(key_of(reference))});
    content.agencies = TRY(agencies_in(transaction, edition, content.items));
    const auto recipients = TRY(editions.recipients(edition));
    for (const auto& recipient : recipients) {
        content.recipients.push_back(recipient_text(recipient));
    }
    return content;
}

}  // namespace

Result<InForceCache::Content> InForceCache::content(database::Transaction& transaction,
                                                    EditionId edition)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::ranges::find(m_held, edition, &Held::edition);
        if (found != m_held.end()) {
            std::rotate(found, found + 1, m_held.end());
            return m_held.back().content;
        }
    }
    auto fresh = TRY(read(transaction, edition));
    auto content = std::make_shared<const InForceContent>(std::move(fresh));
    if (content->items.size() > items_max) return content;
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_held, [&](const Held& held) { return held.edition == edition; });
    if (m_held.size() >= editions_max) m_held.erase(m_held.begin());
    m_held.push_back({edition, content});
    return content;
}

Result<InForceCache::Agencies> InForceCache::agencies(database::Transaction& transaction, Date day,
                                                      Instant now)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::ranges::find(m_agencies, day, &HeldAgencies::day);
        if (found != m_agencies.end() && now < found->read_at + agencies_seconds) {
            return found->agencies;
        }
    }
    auto read = TRY(organisation::agencies_on(transaction, day));
    auto agencies =
        std::make_shared<const std::vector<organisation::AgencySummary>>(std::move(read));
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_agencies, [&](const HeldAgencies& held) { return held.day == day; });
    if (m_agencies.size() >= editions_max) m_agencies.erase(m_agencies.begin());
    m_agencies.push_back({day, now, agencies});
    return agencies;
}

}  // namespace caicach::plan
