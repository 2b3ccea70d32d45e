#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "evidence/api.hpp"
#include "manifest/context.hpp"
#include "obligation/obligation.hpp"
#include "obligation/paths.hpp"

/// A report or a regulation is made for one duty. Where several ask for such a thing, a table names
/// the one that is meant, or the agency chooses.
namespace caicach::obligation
{

/// `counted` are the obligations that the fact counts for.
[[nodiscard]] bool may_be_chosen(const Obligation& obligation, const evidence::RecordedFact& fact,
                                 const std::vector<Obligation>& counted);

/// The fact counts for this obligation: what was recorded is superseded by the same, reported for
/// it. forbidden for who may not report for the agency; conflict "obligation.choosing.not_open".
[[nodiscard]] Result<void> choose_fact(Context& context, database::Transaction& transaction,
                                       const Obligation& obligation, evidence::FactId fact);

/// Hears evidence::DutyAsked: "12/KH-UBND II.5", or the code of a task.
[[nodiscard]] Result<void> name_duty(Context& context, database::Transaction& transaction,
                                     const evidence::DutyAsked& asked);

[[nodiscard]] inline std::string choosing_path(std::string_view code)
{
    return task_path(code) + "/chon-ket-qua";
}

}  // namespace caicach::obligation
