#pragma once
#include "channel/print/batch.hpp"
#include "channel/print/design.hpp"
#include "manifest/context.hpp"
#include "manifest/module.hpp"

/// One design for many agencies, each with its own name, address and hotline, drawn by a job.
namespace caicach::channel
{

/// Takes the place of the set before. conflict "channel.batch.not_public" of a design that is not
/// published, "channel.batch.busy" while one is drawn; invalid "channel.batch.group" of the field
/// where the group has no list of members; forbidden "channel.print.not_yours".
[[nodiscard]] Result<void> begin_batch(Context& context, database::Transaction& transaction,
                                       const Design& design,
                                       const organisation::GroupSummary& group);

/// The job that draws.
void add_batching(Module& module);

}  // namespace caicach::channel
