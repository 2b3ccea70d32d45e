#pragma once
#include <memory>
#include <mutex>
#include <span>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "identity/access/access_snapshot.hpp"
#include "identity/access/role.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// Answers "who may" from memory. Handlers ask while they hold the one writing transaction, so no
/// question may need the database; the grants and the tree of agencies are read when a session is
/// looked up and something has changed since.
class IdentityAuthority final : public Authority
{
public:
    [[nodiscard]] bool may(const Actor& actor, const Permission& permission,
                           ScopeId scope) const override;
    [[nodiscard]] bool may_anywhere(const Actor& actor,
                                    const Permission& permission) const override;

    /// Whether the account holds one of these roles, on whatever branch.
    [[nodiscard]] bool holds_any(AccountId account, std::span<const Role> any_of) const;

    /// Reads grants and agencies anew if the stamp differs from what is held. The transaction sees
    /// one consistent state, so stamp and rows belong together.
    [[nodiscard]] Result<void> refresh(database::Transaction& transaction, Date today);
    [[nodiscard]] Result<void> refresh(database::Transaction& transaction,
                                       const AccessStamp& stamp);

    /// What is held now. Shared: a question in flight keeps the snapshot it began with while a
    /// newer one is put in.
    [[nodiscard]] std::shared_ptr<const AccessSnapshot> snapshot() const;

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const AccessSnapshot> m_snapshot{std::make_shared<AccessSnapshot>()};
};

/// Read anew, for those who ask about more than one person's power at this moment. All grants of
/// everybody: for rare acts, never for each reading of something.
[[nodiscard]] Result<AccessSnapshot> read_access(database::Transaction& transaction, Date today);
/// The same without anybody's power: for what asks which agencies stand below which.
[[nodiscard]] Result<AccessSnapshot> read_tree(database::Transaction& transaction, Date day);

}  // namespace caicach::identity
