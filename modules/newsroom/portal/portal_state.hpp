#pragma once
#include <cstdint>

#include "base/time.hpp"
#include "database/transaction.hpp"

namespace caicach::newsroom
{

/// What readers see changes with each publication, correction and withdrawal, on every process that
/// shares the database.
struct PortalState {
    std::int64_t version{};
    Instant changed_at{};
};

[[nodiscard]] Result<PortalState> portal_state(database::Transaction& transaction);
/// In the transaction that changes what readers see.
[[nodiscard]] Result<void> mark_portal_changed(database::Transaction& transaction, Instant now);

}  // namespace caicach::newsroom
