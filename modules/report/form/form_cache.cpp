#include "report/form/form_cache.hpp"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace caicach::report
{
namespace
{

class FormCache
{
public:
    FormContent find(FormVersionId version)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::ranges::find(m_held, version, &Held::version);
        if (found == m_held.end()) return {};
        std::rotate(found, found + 1, m_held.end());
        return m_held.back().content;
    }

    void keep(FormVersionId version, const FormContent& content)
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_held, [&](const Held& held) { return held.version == version; });
        if (m_held.size() >= form_contents_max) m_held.erase(m_held.begin());
        m_held.push_back({version, content});
    }

private:
    struct Held {
        FormVersionId version{};
        FormContent content{};
    };

    std::mutex m_mutex{};
    std::vector<Held> m_held{};  ///< the one used last stands last
};

/// One for the process. Ids are made once, whatever the database, so none means two contents.
FormCache& cache()
{
    static FormCache only;
    return only;
}

Result<FormContent> decoded(database::Transaction& transaction, FormVersionId version)
{
    auto fresh = TRY(FormStore{transaction}.definition(version));
    return std::make_shared<const Definition>(std::move(fresh));
}

}  // namespace

Result<FormContent> form_content(database::Transaction& transaction, const FormVersion& version)
{
    if (version.state == VersionState::draft) return decoded(transaction, version.id);
    return form_content(transaction, version.id);
}

Result<FormContent> form_content(database::Transaction& transaction, FormVersionId version)
{
    auto held = cache().find(version);
    if (held) return held;
    held = TRY(decoded(transaction, version));
    cache().keep(version, held);
    return held;
}

}  // namespace caicach::report
