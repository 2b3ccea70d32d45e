#include "identity/sessions/session_gate.hpp"

#include <utility>

#include "database/database.hpp"
#include "identity/access/identity_authority.hpp"
#include "identity/acting/capacity.hpp"
#include "identity/sessions/session_store.hpp"

namespace caicach::identity
{

Result<std::optional<Session>> SessionGate::find(database::Transaction& transaction,
                                                 std::string_view token, Instant now)
{
    auto found = TRY(SessionStore{transaction}.find(token, Date::of(now)));
    if (!found || !found->session.is_alive(now)) return std::optional<Session>{};
    TRY(m_authority.refresh(transaction, found->stamp));
    const bool is_enough = found->session.assurance == Assurance::full ||
                           !m_authority.holds_any(found->session.actor.account, m_policy.roles());
    if (!is_enough) return std::optional<Session>{};
    TRY(settle_capacity(transaction, *m_authority.snapshot(), found->home, found->stamp.day,
                        found->session));
    return std::optional<Session>{std::move(found->session)};
}

Result<void> SessionGate::touch(database::Database& database, const Session& session, Instant now)
{
    if (!session.wants_touch(now)) return {};
    auto transaction = TRY(database.write());
    TRY(SessionStore{transaction}.touch(session.token_hash, now));
    return transaction.commit();
}

}  // namespace caicach::identity
