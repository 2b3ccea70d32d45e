#include "database/transaction.hpp"

#include "database/session.hpp"

namespace caicach::database
{

Transaction::Transaction(std::unique_ptr<Session> session) : m_session(std::move(session)) {}
Transaction::Transaction(Transaction&&) noexcept = default;
Transaction& Transaction::operator=(Transaction&&) noexcept = default;
Transaction::~Transaction() = default;

Result<void> Transaction::run_bound(std::string_view sql, std::span<const Parameter> bound,
                                    Visitor visitor, void* context)
{
    VERIFY(m_session);
    return m_session->run(sql, bound, visitor, context);
}

Result<void> Transaction::stream_bound(std::string_view sql, std::span<const Parameter> bound,
                                       Visitor visitor, void* context)
{
    VERIFY(m_session);
    return m_session->stream(sql, bound, visitor, context);
}

Result<std::int64_t> Transaction::change_bound(std::string_view sql,
                                               std::span<const Parameter> bound)
{
    VERIFY(m_session);
    return m_session->change(sql, bound);
}

Result<void> Transaction::script(std::string_view statements)
{
    VERIFY(m_session);
    return m_session->script(statements);
}

Result<void> Transaction::commit()
{
    VERIFY(m_session);
    // Gone before the hooks run: they may open a transaction of their own.
    TRY(std::exchange(m_session, nullptr)->commit());
    for (const std::function<void()>& hook : std::exchange(m_hooks, {})) hook();
    return {};
}

void Transaction::after_commit(std::function<void()> hook)
{
    VERIFY(m_session);
    m_hooks.push_back(std::move(hook));
}

bool Transaction::is_postgres() const
{
    VERIFY(m_session);
    return m_session->is_postgres();
}

}  // namespace caicach::database
