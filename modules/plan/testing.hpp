#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "manifest/context.hpp"
#include "organisation/api.hpp"
#include "plan/edition_store.hpp"
#include "plan/item_store.hpp"
#include "plan/put_in_force.hpp"

/// For tests of this module and of those below it. Each ends the test where it fails; what it
/// makes is committed.
namespace caicach::plan::testing
{

/// What a plan says, without a file: the least that may come into force.
struct PlanSketch {
    DocumentFacts document{.kind = "kế hoạch",
                           .number = "12/KH-UBND",
                           .issued_on = Date::create(2026, 1, 20),
                           .issuer = "Ủy ban nhân dân tỉnh Sông Lam",
                           .province = "tỉnh Sông Lam",
                           .year = 2026,
                           .subject = "communication",
                           .title = "Kế hoạch tuyên truyền cải cách hành chính năm 2026",
                           .signer_name = "Nguyễn Văn An",
                           .signer_title = "Chủ tịch"};
    std::vector<Item> items{};
    std::vector<SourceLine> lines{};
    std::vector<Reference> references{};
    std::string_view coordinator{"SNV"};  ///< code of an agency of the sample province
};

/// An activity that the agency of that code leads; its name stands on it as the directory has it.
[[nodiscard]] inline Item activity_of(Context& context, std::string title,
                                      std::string_view agency_code)
{
    auto transaction = MUST(context.read());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    return {.title = std::move(title), .lead = {{agency.name, agency.id}}};
}

/// A draft with these items, each looked at by a person, in the order given.
inline Edition draft(Context& context, PlanSketch sketch)
{
    auto transaction = MUST(context.begin());
    const auto coordinator =
        MUST(organisation::agency_by_code(transaction, sketch.coordinator, context.today()));
    Edition edition{.state = EditionState::draft,
                    .document = std::move(sketch.document),
                    .created_at = context.now(),
                    .created_by = context.actor().name,
                    .coordinator = coordinator.id};
    MUST(EditionStore{transaction}.add(edition));
    MUST(EditionStore{transaction}.save_source(edition.id, sketch.lines, sketch.references, {}));
    double position = 0;
    for (auto& item : sketch.items) {
        item.edition = edition.id;
        item.position = ++position;
        item.is_reviewed = true;
        MUST(ItemStore{transaction}.add(item));
    }
    MUST(transaction.commit());
    return edition;
}

/// The same, and everybody sees it.
inline Edition plan_in_force(Context& context, PlanSketch sketch)
{
    auto edition = draft(context, std::move(sketch));
    auto transaction = MUST(context.begin());
    MUST(put_in_force(context, transaction, edition));
    MUST(transaction.commit());
    return edition;
}

/// An edition with these items takes the place of the one in force; what goes on brings its
/// lineage, as those of items_in_force do.
inline Edition amended_in_force(Context& context, PlanId plan, std::vector<Item> items)
{
    auto transaction = MUST(context.begin());
    auto edition = MUST(EditionStore{transaction}.in_force_of(plan)).value();
    edition.id = {};
    edition.state = EditionState::draft;
    edition.in_force_at = std::nullopt;
    MUST(EditionStore{transaction}.add(edition));
    double position = 0;
    for (auto& item : items) {
        item.id = {};
        item.edition = edition.id;
        item.position = ++position;
        item.is_reviewed = true;
        MUST(ItemStore{transaction}.add(item));
    }
    MUST(put_in_force(context, transaction, edition));
    MUST(transaction.commit());
    return edition;
}

}  // namespace caicach::plan::testing
