#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "calendar/date.hpp"
#include "identity/api.hpp"
#include "identity/ids.hpp"

namespace caicach::identity
{

class AccessSnapshot;

/// A role that one person hands to another, for a branch and for some days, both ends included. It
/// never gives more than its giver holds at the moment of the act; nobody hands on what was handed
/// to them.
struct Delegation {
    DelegationId id{};
    AccountId delegator{};
    AccountId delegate{};
    Role role{};
    organisation::AgencyId branch{};
    Date from{};
    Date to{};
    std::string document{};  ///< the decision: "Quyết định số 12/QĐ-SNV ngày 02/03/2026"
    Instant made_at{};
    std::string made_by{};
    std::optional<Instant> ended_at{};  ///< earlier than its last day
    std::string ended_by{};

    /// In force or to come: not ended, and not over.
    [[nodiscard]] bool is_open(Date today) const { return !ended_at && to >= today; }
};

/// Administering accounts is granted, never delegated: who could make grants on another's behalf
/// would keep them when the days are over.
[[nodiscard]] constexpr bool is_delegable(Role role) { return role != Role::administrator; }

enum class DelegationState {
    in_force,
    to_come,    ///< from a later day on
    suspended,  ///< its giver does not hold the role there now
    over,       ///< its days have passed
    ended,      ///< by somebody, early
};
[[nodiscard]] DelegationState state_of(const Delegation& delegation, const AccessSnapshot& access,
                                       Date today);

struct NewDelegation {
    AccountId delegator{};
    AccountId delegate{};
    Role role{};
    organisation::AgencyId branch{};
    Date from{};
    Date to{};
    std::string document{};
};
/// By the delegator, to somebody with a post in their agency, in the branch or below; or by who
/// administers both accounts. forbidden "identity.delegation.again" while acting on another's
/// behalf, "….not_held"; invalid "….self", "….role", "….past", "….backwards", "….too_long",
/// "….document_missing", "….stranger"; conflict "….already", "….disabled".
[[nodiscard]] Result<DelegationId> add_delegation(Context& context,
                                                  database::Transaction& transaction,
                                                  const NewDelegation& delegation);

/// At once. By the delegator, the delegate, or who administers the delegator; for others it is not
/// there: not_found "identity.delegation.not_found". Twice is once.
[[nodiscard]] Result<void> end_delegation(Context& context, database::Transaction& transaction,
                                          DelegationId delegation);

/// not_found "identity.delegation.not_found".
[[nodiscard]] Result<Delegation> delegation_by_id(database::Transaction& transaction,
                                                  DelegationId id);

/// Given by the account, then received; the ones that end last first.
struct Delegations {
    std::vector<Delegation> given{};
    std::vector<Delegation> received{};
};
[[nodiscard]] Result<Delegations> delegations_of(database::Transaction& transaction,
                                                 AccountId account);

/// After a role was taken away: ends for good what its giver handed on and no longer holds.
[[nodiscard]] Result<void> end_uncovered_delegations(Context& context,
                                                     database::Transaction& transaction,
                                                     AccountId delegator);
/// After an account was disabled: ends all that it gave or received.
[[nodiscard]] Result<void> end_delegations_of(Context& context, database::Transaction& transaction,
                                              AccountId account);

}  // namespace caicach::identity
