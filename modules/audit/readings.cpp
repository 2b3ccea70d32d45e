#include "audit/api.hpp"
#include "audit/limits.hpp"
#include "database/transaction.hpp"

namespace caicach::audit
{

std::vector<Readings::Look> Readings::new_looks(const Context& context, std::string_view action)
{
    const auto reader = context.actor().account.value;
    const auto since = context.now() + -limits::reading_again_seconds;
    std::vector<Look> looks;
    const std::scoped_lock lock{m_mutex};
    for (const auto& reading : context.readings()) {
        if (reading.object_type == "account" && reading.object_id == reader) continue;
        Look look{reader, std::string(action), reading.object_type, reading.object_id};
        const auto found = m_recorded.find(look);
        if (found == m_recorded.end() || found->second < since) looks.push_back(std::move(look));
    }
    return looks;
}

void Readings::remember(const std::vector<Look>& looks, Instant now)
{
    const std::scoped_lock lock{m_mutex};
    if (m_recorded.size() + looks.size() > limits::readings_remembered_max) {
        const auto since = now + -limits::reading_again_seconds;
        std::erase_if(m_recorded, [&](const auto& entry) { return entry.second < since; });
        if (m_recorded.size() + looks.size() > limits::readings_remembered_max) m_recorded.clear();
    }
    for (const auto& look : looks) m_recorded.insert_or_assign(look, now);
}

Result<void> Readings::record(Context& context, std::string_view action)
{
    if (context.readings().empty()) return {};
    if (action.empty()) return internal_failure("a page shows personal data and does not say so");
    const auto looks = new_looks(context, action);
    if (looks.empty()) return {};
    auto transaction = TRY(context.begin());
    for (const auto& [reader, what, object_type, object_id] : looks)
        TRY(context.record(transaction, what, object_type, object_id));
    TRY(transaction.commit());
    remember(looks, context.now());
    return {};
}

}  // namespace caicach::audit
