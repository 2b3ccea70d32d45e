#include "plan/api.hpp"
#include "plan/edition_store.hpp"
#include "plan/item_store.hpp"

namespace caicach::plan
{
namespace
{

PlanSummary summary_from(const Edition& edition)
{
    return {.id = edition.plan,
            .edition = edition.id,
            .code = edition.code,
            .slug = edition.slug,
            .title = edition.document.title,
            .number = edition.document.number.value_or(""),
            .subject = edition.document.subject,
            .coordinator = edition.coordinator,
            .issued_on = edition.day(),
            .first_year = edition.document.year,
            .last_year = last_year(edition.document)};
}

}  // namespace

Result<PlanSummary> summary_of(database::Transaction& transaction, PlanId plan)
{
    auto editions = EditionStore{transaction};
    const auto edition = TRY(editions.in_force_of(plan));
    if (!edition) return failure(Failure::not_found, "plan.not_found");
    return summary_from(*edition);
}

Result<PlanSummary> summary_of(database::Transaction& transaction, std::string_view code)
{
    auto editions = EditionStore{transaction};
    const auto edition = TRY(editions.in_force_by_code(code));
    return summary_from(edition);
}

Result<PlanSummary> summary_by_slug(database::Transaction& transaction, std::string_view slug)
{
    auto editions = EditionStore{transaction};
    const auto edition = TRY(editions.in_force_by_slug(slug));
    return summary_from(edition);
}

Result<std::vector<PlanSummary>> plans_in_force(database::Transaction& transaction, int year)
{
    auto editions = EditionStore{transaction};
    const auto found = TRY(editions.in_force(year, plans_at_once));
    std::vector<PlanSummary> summaries;
    summaries.reserve(found.size());
    for (const auto& edition : found) summaries.push_back(summary_from(edition));
    return summaries;
}

Result<std::vector<Item>> items_in_force(database::Transaction& transaction, PlanId plan)
{
    auto editions = EditionStore{transaction};
    const auto edition = TRY(editions.in_force_of(plan));
    if (!edition) return failure(Failure::not_found, "plan.not_found");
    auto items = ItemStore{transaction};
    auto all = TRY(items.all_of(edition->id));
    return without_removed(std::move(all));
}

Result<Item> item_by_id(database::Transaction& transaction, ItemId item)
{
    return ItemStore{transaction}.find(item);
}

}  // namespace caicach::plan
