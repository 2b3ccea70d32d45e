#include "audit/trail_line.hpp"

#include <algorithm>

#include "organisation/api.hpp"

namespace caicach::audit
{

namespace
{

std::string local_time(Instant at)
{
    constexpr std::int64_t seconds_ahead_of_utc = 7 * 3600;
    return Date::of(at).vietnamese() + " " + to_iso(at + seconds_ahead_of_utc).substr(11, 8);
}

/// What is gone has no page; anything else that fails is a failure.
template <class Type>
Result<std::optional<Type>> unless_gone(Result<Type> result)
{
    if (result) return std::optional<Type>(std::move(*result));
    if (result.error().kind == Failure::not_found) return std::optional<Type>{};
    return tl::unexpected<Error>(std::move(result).error());
}

}  // namespace

std::string_view words_of_action(const Services& services, std::string_view action)
{
    const auto found = std::ranges::find(services.audited_actions, action, &AuditedAction::action);
    return found == services.audited_actions.end() ? action : found->text;
}

std::vector<std::string_view> reading_actions(const Services& services)
{
    std::vector<std::string_view> actions;
    for (const auto& known : services.audited_actions)
        if (known.is_reading) actions.push_back(known.action);
    return actions;
}

std::string_view words_of_kind(const Services& services, std::string_view object_type)
{
    const auto found =
        std::ranges::find(services.audited_kinds, object_type, &AuditedKind::object_type);
    return found == services.audited_kinds.end() ? object_type : found->text;
}

Result<TrailLine> TrailWords::line_of(const Entry& entry)
{
    TrailLine line{.seq = entry.seq,
                   .time = local_time(entry.at),
                   .person = entry.actor_name,
                   .name = entry.actor_name,
                   .on_behalf_of = entry.on_behalf_of_name,
                   .address = entry.address,
                   .session = entry.session,
                   .action = std::string(words_of_action(m_services, entry.action)),
                   .kind = std::string(words_of_kind(m_services, entry.object_type))};
    if (!entry.operating_system_user.empty())
        line.person += " (" + entry.operating_system_user + ")";
    auto agency = TRY(agency_of(entry));
    line.agency = std::move(agency.name);
    line.agency_slug = std::move(agency.slug);
    auto page = TRY(page_of(entry));
    if (page) {
        line.title = std::move(page->title);
        line.path = std::move(page->path);
    }
    return line;
}

Result<TrailWords::Agency> TrailWords::agency_of(const Entry& entry)
{
    const auto id = entry.acting_agency.value;
    if (id == 0) return Agency{};
    if (const auto held = m_agencies.find(id); held != m_agencies.end()) return held->second;
    auto found = TRY(unless_gone(organisation::agency_by_id(
        m_transaction, organisation::agency_of(entry.acting_agency), Date::of(entry.at))));
    auto agency = found ? Agency{.name = found->name, .slug = found->slug} : Agency{};
    return m_agencies.emplace(id, std::move(agency)).first->second;
}

Result<std::optional<AuditedPage>> TrailWords::page_of(const Entry& entry)
{
    const auto key = std::pair(entry.object_type, entry.object_id);
    if (const auto held = m_pages.find(key); held != m_pages.end()) return held->second;
    const auto kind =
        std::ranges::find(m_services.audited_kinds, entry.object_type, &AuditedKind::object_type);
    std::optional<AuditedPage> page;
    if (kind != m_services.audited_kinds.end() && kind->page && entry.object_id != 0) {
        const auto today = Date::of(m_services.clock->now());
        auto found = TRY(unless_gone(kind->page(m_transaction, entry.object_id, today)));
        page = std::move(found).value_or(std::nullopt);
    }
    return m_pages.emplace(key, std::move(page)).first->second;
}

}  // namespace caicach::audit
