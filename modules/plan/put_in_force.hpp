#pragma once
#include "manifest/context.hpp"
#include "plan/edition.hpp"
#include "plan/review.hpp"

namespace caicach::plan
{

/// All that still needs a person before `edition` may come into force.
[[nodiscard]] Result<Openness> openness_of(database::Transaction& transaction,
                                           const Edition& edition);

/// Makes a draft the edition in force: public, searchable, told to the modules above. What it
/// replaces stays as history. conflict "plan.not_a_draft"; invalid "plan.put_in_force.open" with
/// the count of what needs a person, or what the document does not say of itself.
[[nodiscard]] Result<void> put_in_force(Context& context, database::Transaction& transaction,
                                        Edition& edition);

/// Whether an edition may still be given up: conflict "plan.not_a_draft" otherwise.
[[nodiscard]] Result<void> check_open(const Edition& edition);
/// Gives up an edition that never came into force; stops the job that reads it.
[[nodiscard]] Result<void> discard(Context& context, database::Transaction& transaction,
                                   Edition& edition);

/// Pairs an amended draft with the edition in force: the same work keeps its lineage and what a
/// person had settled about it; differences become changes to decide. Nothing for a first edition.
[[nodiscard]] Result<void> prepare_amendment(database::Transaction& transaction,
                                             const Edition& draft);

}  // namespace caicach::plan
