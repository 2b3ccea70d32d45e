#include "testing/desk.hpp"

namespace caicach::testing
{

FixedClock::FixedClock(Date today) { set_today(today); }

void FixedClock::set_today(Date today)
{
    // 09:00 in Vietnam is 02:00 UTC.
    constexpr std::int64_t seconds_a_day = 86'400;
    m_now = Instant{} + (today.days_since_1970() * seconds_a_day + 2 * 3600);
}

Result<void> RememberingRecorder::record(database::Transaction&, const Actor&, Instant,
                                         const AuditLine& line)
{
    auto& text = lines.emplace_back(line.action);
    if (!line.detail.empty()) text.append(" ").append(line.detail);
    return {};
}

Desk::Desk(database::Database& database, Date today) : clock(today)
{
    m_services.database = &database;
    m_services.clock = &clock;
    m_services.authority = &authority;
    m_services.recorder = &recorder;
    m_services.events = &events;
    m_services.messages = &messages;
    m_services.province_name = "tỉnh Sông Lam";
    m_services.is_sample = true;
}

Context Desk::context() const
{
    Actor system{.name = "Hệ thống", .is_system = true, .operating_system_user = "test"};
    return {m_services, std::move(system), "test"};
}

Context Desk::context_of(ScopeId agency) const
{
    Actor officer{.account = {1}, .name = "Nguyễn Thị Thử", .agency = agency};
    return {m_services, std::move(officer), "test"};
}

Context Desk::context_of_nobody() const { return {m_services, Actor{}, "test"}; }

}  // namespace caicach::testing
