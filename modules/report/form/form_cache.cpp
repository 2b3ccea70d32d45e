#include "report/form/form_cache.hpp"

#include <algorithm>
#include <utility>

namespace caicach::report
{

Result<FormCache::Content> FormCache::content(database::Transaction& transaction,
                                              const FormVersion& version)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::ranges::find(m_held, version.id, &Held::version);
        if (found != m_held.end()) {
            std::rotate(found, found + 1, m_held.end());
            return m_held.back().content;
        }
    }
    auto fresh = TRY(FormStore{transaction}.definition(version.id));
    auto content = std::make_shared<const Definition>(std::move(fresh));
    if (version.state == VersionState::draft) return content;
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_held, [&](const Held& held) { return held.version == version.id; });
    if (m_held.size() >= versions_max) m_held.erase(m_held.begin());
    m_held.push_back({version.id, content});
    return content;
}

}  // namespace caicach::report
