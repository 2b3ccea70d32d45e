#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "obligation/assignment/assignment.hpp"
#include "obligation/cascade/part.hpp"

/// An agency hands what it owes on to the agencies that stand directly below it, wholly or in
/// parts. The agency itself still owes the whole.
namespace caicach::obligation
{

/// What each unit is to do, as a person types it.
struct PartTerms {
    std::int64_t needed{1};
    std::optional<Date> due_on{};  ///< none: the last day of the whole
    std::string note{};
};

/// What one unit is to do, where units differ.
struct UnitTerms {
    organisation::AgencyId unit{};
    std::int64_t needed{1};
    std::optional<Date> due_on{};
    std::string due_field{"due_on"};  ///< where the form asks for its day
};

/// forbidden for who may not hand on at the owing agency; conflict "obligation.closed" where
/// nothing is owed any more, "obligation.part.own_plan" where the agency's own plan is asked for,
/// "obligation.part.too_deep" below limits::hand_on_levels_max.
[[nodiscard]] Result<void> check_handing_on(const Context& context, const Obligation& whole);

/// Gives each of the units a part; those who have one of it keep that. Later periods take the day
/// that is as many days before their last one. Each unit is told once. Answers how many parts were
/// made. invalid, besides what `check_handing_on` says: "obligation.part.units_missing",
/// "….stranger" (units) for who does not stand directly below today, "….given_already" where all
/// have theirs, "….too_many"; "….due_late" (its due_field) behind the last day of the whole,
/// "….due_past".
[[nodiscard]] Result<int> hand_on(Context& context, database::Transaction& transaction,
                                  const Obligation& whole, const std::vector<UnitTerms>& units,
                                  std::string_view note, Reach reach);
/// The same terms for all of them.
[[nodiscard]] Result<int> hand_on(Context& context, database::Transaction& transaction,
                                  const Obligation& whole,
                                  const std::vector<organisation::AgencyId>& units,
                                  const PartTerms& terms, Reach reach);

/// Of a part that is not closed, for who may hand on at its giver; its unit is told. conflict
/// "base.changed_meanwhile" where it is not of that version any more, "obligation.part.agreed"
/// where its agency agreed to it: it is asked again.
[[nodiscard]] Result<void> change_part(Context& context, database::Transaction& transaction,
                                       const Obligation& part, std::int64_t version,
                                       const PartTerms& terms, Reach reach);

/// Closes it, and what its unit handed on of it, with the reason; what counted still counts. Their
/// units are told.
[[nodiscard]] Result<void> withdraw_part(Context& context, database::Transaction& transaction,
                                         const Obligation& part, std::int64_t version,
                                         std::string_view reason, Reach reach);

/// What a cooperating agency agreed to do.
struct AgreedPart {
    ProposalId proposal{};
    organisation::AgencyId agency{};
    PartTerms terms{};
};
/// Gives it that part of the whole, or makes the one that it has so. Both sides were asked by who
/// calls, who tells them, too.
[[nodiscard]] Result<void> give_agreed(Context& context, database::Transaction& transaction,
                                       const Obligation& whole, const AgreedPart& agreed,
                                       Reach reach);

/// invalid "obligation.part.due_late" behind the last day of the whole, "….due_past".
[[nodiscard]] Result<void> check_part_due(const Context& context, const Obligation& whole,
                                          std::optional<Date> due_on, const std::string& field);

/// Whether the actor may hand on what the agency owes.
[[nodiscard]] bool may_hand_on(const Context& context, organisation::AgencyId agency);

/// Who excuses an agency excuses those to whom it handed on: which parts; and the other way round.
/// Who calls tells them.
[[nodiscard]] Result<std::vector<Obligation>> excuse_parts(Context& context,
                                                           database::Transaction& transaction,
                                                           const Obligation& whole);
[[nodiscard]] Result<std::vector<Obligation>> end_excuse_of_parts(
    database::Transaction& transaction, const Obligation& whole);

}  // namespace caicach::obligation
