#include "identity/sessions/session_store.hpp"

#include <utility>

#include "crypto/crypto.hpp"
#include "database/transaction.hpp"
#include "identity/limits.hpp"
#include "identity/sql.hpp"

namespace caicach::identity
{

namespace
{

constexpr std::string_view full = "full";
constexpr std::string_view single = "single";

}  // namespace

Result<NewSession> SessionStore::begin(const Actor& actor, Instant now, Assurance assurance,
                                       const Whence& whence)
{
    TRY(m_transaction.change(sql::delete_ended_sessions, now + -limits::session_idle_seconds,
                             now + -limits::session_absolute_seconds));
    auto token = crypto::random_token(limits::secret_bytes);
    const Session session{.token_hash = crypto::sha256_hex(token),
                          .actor = actor,
                          .csrf_secret = crypto::random_token(limits::secret_bytes),
                          .created_at = now,
                          .last_seen_at = now,
                          .assurance = assurance};
    TRY(m_transaction.change_one(sql::insert_session, session.token_hash, actor.account,
                                 actor.agency, actor.agency_name, session.csrf_secret, now, now,
                                 whence.address, whence.browser,
                                 assurance == Assurance::full ? full : single));
    TRY(m_transaction.change(sql::delete_surplus_sessions, actor.account,
                             limits::sessions_per_account_max));
    return NewSession{std::move(token), session};
}

Result<std::optional<FoundSession>> SessionStore::find(std::string_view token, Date today)
{
    const auto hash = token_hash(token);
    if (!hash) return std::optional<FoundSession>{};
    const auto read = [&](const database::Row& row) {
        FoundSession found;
        found.session.token_hash = *hash;
        found.session.actor.account = row.id<AccountId>("account_id");
        found.session.actor.name = row.string("name");
        found.session.actor.agency = row.id<ScopeId>("agency_id");
        found.session.actor.agency_name = row.string("agency_name");
        found.session.actor.on_behalf_of = row.id<AccountId>("on_behalf_of");
        found.session.actor.on_behalf_of_name = row.maybe_text("on_behalf_of_name").value_or("");
        found.home = row.id<ScopeId>("home_id");
        found.session.csrf_secret = row.string("csrf_secret");
        found.session.created_at = row.instant("created_at");
        found.session.last_seen_at = row.instant("last_seen_at");
        found.session.assurance =
            row.text("assurance") == full ? Assurance::full : Assurance::single;
        found.stamp = {row.integer("grants"), row.string("tree"), today};
        return found;
    };
    return m_transaction.maybe_one(sql::session_by_token, read, *hash);
}

Result<void> SessionStore::touch(std::string_view hash, Instant now)
{
    TRY(m_transaction.change(sql::touch_session, hash, now));
    return {};
}

Result<void> SessionStore::set_capacity(std::string_view token, const Actor& actor)
{
    return m_transaction.change_one(sql::set_session_capacity, token_hash(token).value_or(""),
                                    actor.agency, actor.agency_name, actor.on_behalf_of);
}

Result<void> SessionStore::end(std::string_view token)
{
    if (const auto hash = token_hash(token)) TRY(m_transaction.change(sql::delete_session, *hash));
    return {};
}

Result<void> SessionStore::end_all_of(AccountId account)
{
    TRY(m_transaction.change(sql::delete_sessions_of_account, account));
    return {};
}

Result<std::vector<OwnSession>> SessionStore::all_of(AccountId account, Instant now)
{
    const auto read = [](const database::Row& row) {
        return OwnSession{.token_hash = row.string("token_hash"),
                          .whence = {row.string("address"), row.string("browser")},
                          .created_at = row.instant("created_at"),
                          .last_seen_at = row.instant("last_seen_at")};
    };
    auto sessions = TRY(m_transaction.all(sql::sessions_of_account, read, account,
                                          limits::sessions_per_account_max));
    std::erase_if(sessions, [&](const OwnSession& own) {
        return !Session{.created_at = own.created_at, .last_seen_at = own.last_seen_at}.is_alive(
            now);
    });
    return sessions;
}

Result<bool> SessionStore::end_of(AccountId account, std::string_view handle)
{
    const auto ended = TRY(m_transaction.change(sql::delete_session_of_account, account, handle));
    return ended > 0;
}

Result<std::int64_t> SessionStore::end_others(AccountId account, std::string_view token)
{
    return m_transaction.change(sql::delete_other_sessions, account,
                                token_hash(token).value_or(""));
}

std::optional<std::string> token_hash(std::string_view token)
{
    if (token.size() != limits::token_length) return std::nullopt;
    return crypto::sha256_hex(token);
}

}  // namespace caicach::identity
