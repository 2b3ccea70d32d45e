#pragma once
#include <string>
#include <vector>

#include "manifest/context.hpp"
#include "plan/api.hpp"

/// What everyone may see of how a plan is carried out. Nothing unless its coordinator chose it;
/// never anybody's name, never the numbers of one agency among others.
namespace caicach::obligation
{

struct PublicChoice {
    bool items{};  ///< item by item: how many agencies did it
    bool areas{};  ///< the same duties by field of reform
    /// By lineage, each chosen by itself: what an amendment adds is not public.
    std::vector<plan::ItemId> targets{};
    std::vector<plan::ItemId> withheld{};  ///< items neither shown nor counted
    Instant chosen_at{};
    std::int64_t version{};  ///< 0: nobody ever chose

    [[nodiscard]] bool shows_anything() const { return items || areas || !targets.empty(); }
    [[nodiscard]] bool shows_target(plan::ItemId lineage) const;
    [[nodiscard]] bool withholds(plan::ItemId lineage) const;
};
/// "theo mục, theo lĩnh vực, 3 chỉ tiêu, giữ lại 1 mục"; empty: nothing.
[[nodiscard]] std::string text_of(const PublicChoice& choice);

[[nodiscard]] Result<PublicChoice> public_choice_of(database::Transaction& transaction,
                                                    plan::PlanId plan);

/// In the place of the choice with that version. forbidden for who may not "obligation.publish" for
/// the coordinating agency; conflict "obligation.board.choice_changed".
[[nodiscard]] Result<void> choose_public(Context& context, database::Transaction& transaction,
                                         const plan::PlanSummary& plan, const PublicChoice& wanted);
/// Nothing is public any more, whoever chose what meanwhile. What is withheld stays so. Twice is
/// once.
[[nodiscard]] Result<void> unpublish_board(Context& context, database::Transaction& transaction,
                                           const plan::PlanSummary& plan);

/// Hears plan::PlanPagesAsked: the public board is linked from the plan's own page.
[[nodiscard]] Result<void> add_public_board(Context& context, database::Transaction& transaction,
                                            const plan::PlanPagesAsked& asked);

}  // namespace caicach::obligation
