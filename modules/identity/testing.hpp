#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "database/transaction.hpp"
#include "identity/access/identity_authority.hpp"
#include "identity/acting/delegation.hpp"
#include "identity/api.hpp"
#include "identity/sessions/session_gate.hpp"
#include "identity/signers/signer.hpp"
#include "manifest/context.hpp"
#include "organisation/testing.hpp"
#include "testing/desk.hpp"
#include "text/message.hpp"

/// For tests of this module and of those below it. Each ends the test where it fails.
namespace caicach::identity::testing
{

class MovableClock final : public Clock
{
public:
    /// Nine in the morning of 15 March 2026, in Vietnam.
    [[nodiscard]] Instant now() const override { return m_now; }
    void pass_seconds(std::int64_t seconds) { m_now = m_now + seconds; }

private:
    Instant m_now{instant_from_iso("2026-03-15T02:00:00.000000Z")};
};

/// An office with people in it: the real authority, a clock that moves, and a recorder of choice.
/// The database has the tables of organisation and identity; kinds of agencies are loaded.
class Office
{
public:
    explicit Office(database::Database& database, Recorder* recorder = nullptr);
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;
    ~Office() = default;

    MovableClock clock{};
    IdentityAuthority authority{};
    SessionGate gate{authority, "none"};
    caicach::testing::RememberingRecorder remembered{};
    Events events{};
    text::Messages messages{};  ///< empty: a message is its key
    Services services{};

    /// The system account, nobody, or a person with the authority's latest state.
    [[nodiscard]] Context system_account() const;
    [[nodiscard]] Context nobody() const;
    [[nodiscard]] Context person(AccountId account);

    /// Committed.
    AccountId account(std::string_view name, organisation::AgencyId agency) const;
    void grant(AccountId account, Role role, organisation::AgencyId branch) const;
    organisation::AgencyId agency(std::string_view name, std::string_view kind = "department",
                                  organisation::AgencyId parent = {}) const;
};

/// By the system account, committed.
inline DelegationId delegated(Context& context, const NewDelegation& wanted)
{
    auto transaction = MUST(context.begin());
    const auto id = MUST(add_delegation(context, transaction, wanted));
    MUST(transaction.commit());
    return id;
}

/// Who signs for the agency as its head, since the year began. Made once.
inline SignerId head_signer(Context& context, organisation::AgencyId agency)
{
    auto transaction = MUST(context.begin());
    const auto known = MUST(signatures_on(transaction, agency, context.today()));
    if (!known.empty()) return known.front().signer;
    const auto from = *Date::create(context.today().year(), 1, 1);
    const auto id = MUST(add_signer(context, transaction,
                                    {.agency = agency,
                                     .form = "head",
                                     .name = "Lê Văn Tám",
                                     .head_title = "Giám đốc",
                                     .validity = {from, {}}}));
    MUST(transaction.commit());
    return id;
}

inline Office::Office(database::Database& database, Recorder* recorder)
{
    services.database = &database;
    services.clock = &clock;
    services.authority = &authority;
    services.recorder = recorder != nullptr ? recorder : &remembered;
    services.events = &events;
    services.messages = &messages;
    services.province_name = "tỉnh Sông Lam";
    services.second_factor_roles = "none";
    services.is_sample = true;
    auto context = system_account();
    MUST(organisation::load_reference(context));
}

inline Context Office::system_account() const
{
    return {services, system_actor("Hệ thống", "test"), "req-1"};
}

inline Context Office::nobody() const { return {services, Actor{}, "req-1"}; }

inline Context Office::person(AccountId account)
{
    auto transaction = MUST(services.database->read());
    const auto today = Date::of(clock.now());
    MUST(authority.refresh(transaction, today));
    auto actor = MUST(actor_of(transaction, account, today));
    return {services, std::move(actor), "req-1"};
}

inline AccountId Office::account(std::string_view name, organisation::AgencyId agency) const
{
    auto context = system_account();
    auto transaction = MUST(context.begin());
    const auto id = MUST(create_account(context, transaction, {std::string(name), agency}));
    MUST(transaction.commit());
    return id;
}

inline void Office::grant(AccountId account, Role role, organisation::AgencyId branch) const
{
    auto context = system_account();
    auto transaction = MUST(context.begin());
    MUST(grant_role(context, transaction, account, role, branch));
    MUST(transaction.commit());
}

inline organisation::AgencyId Office::agency(std::string_view name, std::string_view kind,
                                             organisation::AgencyId parent) const
{
    auto context = system_account();
    auto transaction = MUST(context.begin());
    const auto above = parent ? std::optional(parent) : std::nullopt;
    const auto id = MUST(organisation::create_agency(
        context, transaction,
        {.name = std::string(name), .kind = std::string(kind), .parent = above}));
    MUST(transaction.commit());
    return id;
}

}  // namespace caicach::identity::testing
