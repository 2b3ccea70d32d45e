#include "channel/print/batch.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "channel/sql.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::array<std::string_view, 3> states{"making", "ready", "failed"};

Batch batch_from(const database::Row& row)
{
    const auto* const state = std::ranges::find(states, row.text("state"));
    VERIFY(state != states.end());  // the table's CHECK admits these only
    return {.id = row.id<BatchId>("id"),
            .design = row.id<DesignId>("design_id"),
            .group = row.id<organisation::GroupId>("group_id"),
            .state = static_cast<BatchState>(state - states.begin()),
            .sheets = row.integer("sheets"),
            .left_out = row.integer("left_out"),
            .file = row.id<attachment::AttachmentId>("file_id"),
            .fault = row.string("fault"),
            .job = row.id<jobs::JobId>("job_id"),
            .made_by = row.id<AccountId>("made_by"),
            .made_at = row.instant("made_at")};
}

}  // namespace

Result<std::optional<Batch>> BatchStore::of_design(DesignId design)
{
    return m_transaction.maybe_one(sql::print_batch_of_design, batch_from, design);
}

Result<std::optional<Batch>> BatchStore::find(BatchId id)
{
    return m_transaction.maybe_one(sql::print_batch_by_id, batch_from, id);
}

Result<void> BatchStore::insert(const Batch& batch)
{
    return m_transaction.change_one(sql::insert_print_batch, batch.id, batch.design, batch.group,
                                    batch.job, batch.made_by, batch.made_at);
}

Result<bool> BatchStore::settle(const Batch& batch)
{
    const auto changed = TRY(m_transaction.change(
        sql::settle_print_batch, batch.id, states.at(static_cast<std::size_t>(batch.state)),
        batch.sheets, batch.left_out, batch.file, batch.fault));
    return changed == 1;
}

Result<void> BatchStore::remove(BatchId id)
{
    return m_transaction.change_one(sql::delete_print_batch, id);
}

}  // namespace caicach::channel
