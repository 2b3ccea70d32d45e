#include "obligation/board/publishing.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "obligation/paths.hpp"
#include "obligation/permissions.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

bool has(const std::vector<plan::ItemId>& lineages, plan::ItemId lineage)
{
    return std::ranges::find(lineages, lineage) != lineages.end();
}

Result<void> save_row(Context& context, database::Transaction& transaction,
                      const plan::PlanSummary& plan, const PublicChoice& wanted)
{
    auto changed = wanted.version == 0
                       ? transaction.change(sql::add_public_choice, plan.id, wanted.items,
                                            wanted.areas, context.now())
                       : transaction.change(sql::save_public_choice, plan.id, wanted.items,
                                            wanted.areas, context.now(), wanted.version);
    const auto rows = TRY(std::move(changed));
    if (rows == 0) return failure(Failure::conflict, "obligation.board.choice_changed");
    return {};
}

Result<void> save(Context& context, database::Transaction& transaction,
                  const plan::PlanSummary& plan, const PublicChoice& wanted)
{
    TRY(save_row(context, transaction, plan, wanted));
    TRY(transaction.change(sql::clear_public_items, plan.id));
    for (const auto lineage : wanted.targets)
        TRY(transaction.change(sql::add_public_item, plan.id, lineage, true));
    for (const auto lineage : wanted.withheld)
        TRY(transaction.change(sql::add_public_item, plan.id, lineage, false));
    if (wanted.shows_anything()) {
        TRY(transaction.change(sql::publish_board, plan.id, context.now(), context.actor().name));
        return context.record(transaction, "obligation.board.published", "plan.edition",
                              plan.edition.value, text_of(wanted));
    }
    TRY(transaction.change(sql::unpublish_board, plan.id));
    return context.record(transaction, "obligation.board.unpublished", "plan.edition",
                          plan.edition.value);
}

}  // namespace

std::string text_of(const PublicChoice& choice)
{
    std::string text;
    const auto add = [&](std::string_view part) {
        text += (text.empty() ? "" : ", ") + std::string{part};
    };
    if (choice.items) add("theo mục");
    if (choice.areas) add("theo lĩnh vực");
    if (!choice.targets.empty()) add(std::to_string(choice.targets.size()) + " chỉ tiêu");
    if (!choice.withheld.empty()) add("giữ lại " + std::to_string(choice.withheld.size()) + " mục");
    return text;
}

bool PublicChoice::shows_target(plan::ItemId lineage) const { return has(targets, lineage); }
bool PublicChoice::withholds(plan::ItemId lineage) const { return has(withheld, lineage); }

Result<PublicChoice> public_choice_of(database::Transaction& transaction, plan::PlanId plan)
{
    PublicChoice choice;
    const auto take = [&](const database::Row& row) {
        choice.items = row.boolean("items");
        choice.areas = row.boolean("areas");
        choice.chosen_at = row.instant("chosen_at");
        choice.version = row.integer("version");
    };
    TRY(transaction.each(sql::public_choice, take, plan));
    if (choice.version == 0) return choice;
    const auto add = [&](const database::Row& row) {
        const plan::ItemId lineage{row.integer("lineage")};
        (row.boolean("is_shown") ? choice.targets : choice.withheld).push_back(lineage);
    };
    TRY(transaction.each(sql::public_items, add, plan));
    return choice;
}

Result<void> choose_public(Context& context, database::Transaction& transaction,
                           const plan::PlanSummary& plan, const PublicChoice& wanted)
{
    TRY(context.require(publish_boards, organisation::scope_of(plan.coordinator)));
    return save(context, transaction, plan, wanted);
}

Result<void> unpublish_board(Context& context, database::Transaction& transaction,
                             const plan::PlanSummary& plan)
{
    TRY(context.require(publish_boards, organisation::scope_of(plan.coordinator)));
    auto choice = TRY(public_choice_of(transaction, plan.id));
    if (!choice.shows_anything()) return {};
    choice.items = choice.areas = false;
    choice.targets.clear();
    return save(context, transaction, plan, choice);
}

Result<void> add_public_board(Context& /*context*/, database::Transaction& transaction,
                              const plan::PlanPagesAsked& asked)
{
    const auto choice = TRY(public_choice_of(transaction, asked.plan));
    if (!choice.shows_anything()) return {};
    asked.links->push_back(
        {.text = "Kế hoạch đang thực hiện đến đâu", .path = public_board_path(asked.slug)});
    return {};
}

}  // namespace caicach::obligation
