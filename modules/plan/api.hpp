#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "plan/area.hpp"
#include "plan/code.hpp"
#include "plan/item.hpp"

namespace caicach::database
{
class Transaction;
}

/// Plans in force, for the modules above: what is asked of whom, and when that changes.
namespace caicach::plan
{

/// A plan came into force, or an amended edition of it replaced `replaced`. Told in the transaction
/// that did it; obligations are made from it.
struct PlanPutInForce {
    PlanId plan{};
    EditionId edition{};
    std::optional<EditionId> replaced{};
};

/// A page that a module above has of a plan, for everyone: "Tình hình thực hiện".
struct PlanPageLink {
    std::string text{};
    std::string path{};
};
/// Asked while a plan's own page is made; who has another one of it adds the link.
struct PlanPagesAsked {
    PlanId plan{};
    std::string slug{};  ///< the page is /ke-hoach/{slug}
    std::vector<PlanPageLink>* links{};
};

/// A plan as the modules above show it.
struct PlanSummary {
    PlanId id{};
    EditionId edition{};  ///< in force
    std::string code{};
    std::string slug{};  ///< its page is /ke-hoach/{slug}
    std::string title{};
    std::string number{};   ///< "18/KH-UBND"; empty where the document bears none
    std::string subject{};  ///< "communication" or "reform"
    organisation::AgencyId coordinator{};
    Date issued_on{};
    int first_year{};
    int last_year{};
};

/// What official letters call it: "Kế hoạch số 18/KH-UBND ngày 22/01/2026 về tuyên truyền cải cách
/// hành chính", "Quyết định số 2416/QĐ-UBND ngày 17/12/2025 về việc ban hành Kế hoạch …". The
/// number says the kind, by the abbreviations of Phụ lục III of Nghị định 30/2020/NĐ-CP; the title
/// alone where it does not.
[[nodiscard]] std::string name_in_full(const PlanSummary& plan);
/// "Kế hoạch số 18/KH-UBND", or the title alone.
[[nodiscard]] std::string name_in_short(const PlanSummary& plan);

/// Longest list of plans that is answered at once.
inline constexpr int plans_at_once = 200;

/// not_found "plan.not_found" where no edition of it is in force.
[[nodiscard]] Result<PlanSummary> summary_of(database::Transaction& transaction, PlanId plan);
[[nodiscard]] Result<PlanSummary> summary_of(database::Transaction& transaction,
                                             std::string_view code);
/// By a slug of its page, also one that it had before: then `slug` of the answer is another.
[[nodiscard]] Result<PlanSummary> summary_by_slug(database::Transaction& transaction,
                                                  std::string_view slug);
/// Of a year, or of all years (0); the newest first.
[[nodiscard]] Result<std::vector<PlanSummary>> plans_in_force(database::Transaction& transaction,
                                                              int year = 0);

/// The items of the edition in force, in the order of the document. not_found "plan.not_found".
[[nodiscard]] Result<std::vector<Item>> items_in_force(database::Transaction& transaction,
                                                       PlanId plan);
/// One, of whatever edition it is. not_found "plan.item.not_found".
[[nodiscard]] Result<Item> item_by_id(database::Transaction& transaction, ItemId item);

}  // namespace caicach::plan
