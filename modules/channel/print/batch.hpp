#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "attachment/api.hpp"
#include "channel/ids.hpp"
#include "database/transaction.hpp"
#include "jobs/jobs.hpp"
#include "manifest/actor.hpp"
#include "organisation/api.hpp"

namespace caicach::channel
{

enum class BatchState : unsigned char { making, ready, failed };

/// A design drawn for every agency of a group: a zip of PDF files for the printer.
struct Batch {
    BatchId id{};
    DesignId design{};
    organisation::GroupId group{};
    BatchState state{};
    std::int64_t sheets{};            ///< agencies in it
    std::int64_t left_out{};          ///< on whose sheet the words do not fit
    attachment::AttachmentId file{};  ///< 0: not yet
    std::string fault{};              ///< in words
    jobs::JobId job{};
    AccountId made_by{};
    Instant made_at{};
};

/// Rows ↔ batches. A design has one at most.
class BatchStore
{
public:
    explicit BatchStore(database::Transaction& transaction) : m_transaction(transaction) {}

    [[nodiscard]] Result<std::optional<Batch>> of_design(DesignId design);
    [[nodiscard]] Result<std::optional<Batch>> find(BatchId id);
    /// With the id that it has.
    [[nodiscard]] Result<void> insert(const Batch& batch);
    /// Once: where it was settled before, nothing happens. Whether it did.
    [[nodiscard]] Result<bool> settle(const Batch& batch);
    [[nodiscard]] Result<void> remove(BatchId id);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::channel
