#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/time.hpp"
#include "manifest/actor.hpp"
#include "organisation/api.hpp"
#include "plan/api.hpp"

namespace caicach::obligation
{

struct ObligationTag;
using ObligationId = Id<ObligationTag>;

/// Why an obligation is owed no more: somebody with the right to do so excused it, or it closed by
/// itself, as its agency ended or an amended plan asks for it no longer.
enum class Closing { none, excused, closed };
[[nodiscard]] std::string_view name_of(Closing closing);
[[nodiscard]] Closing closing_from(std::string_view name);

/// What one agency owes once: so many products until a day, by one quota (or the time) of one item.
struct Obligation {
    ObligationId id{};
    std::string code{};  ///< stands in addresses
    plan::PlanId plan{};
    plan::ItemId lineage{};  ///< the item through all editions
    plan::ItemId item{};     ///< in the edition that asked for it last
    organisation::AgencyId agency{};
    plan::Role role{plan::Role::perform};
    /// Which quota of the item, from "0"; empty: its time alone. Of a part the quota above, a
    /// stroke and who gave it: "0/17".
    std::string quota{};
    std::string period{};  ///< key of a calendar period, "2026-03"; or "once"
    Date begins_on{};      ///< facts count from this day
    Date ends_on{};        ///< to this day, included; behind `due_on` they are late
    Date due_on{};         ///< the last day in time
    std::int64_t needed{1};
    std::string unit{};              ///< what `needed` counts: "tin, bài"; may be empty
    std::string product{};           ///< which facts count by themselves; empty: none
    bool is_requested{};             ///< "Đề nghị …": never late
    ObligationId parent{};           ///< whose part this is; none: the plan asks for it itself
    organisation::AgencyId giver{};  ///< who handed the part on

    std::int64_t done{};            ///< quantities of the facts that count
    std::optional<Date> done_on{};  ///< the day whose fact made it enough
    AccountId assigned_to{};        ///< within the agency; 0: nobody in particular
    Closing closing{Closing::none};
    std::string closing_reason{};
    std::string closed_by{};
    std::optional<Instant> closed_at{};
    std::int64_t version{};

    [[nodiscard]] std::int64_t missing() const { return done < needed ? needed - done : 0; }
    [[nodiscard]] bool is_owed() const { return !done_on && closing == Closing::none; }
    [[nodiscard]] bool is_part() const { return static_cast<bool>(parent); }
};

/// Of obligations of one quota a fact counts for one: those of other periods, and those that the
/// plan had before it was amended.
[[nodiscard]] bool is_same_quota(const Obligation& one, const Obligation& other);

/// upcoming: facts do not count yet; closed: owed no more, or requested and its day is over.
enum class State { upcoming, open, fulfilled, fulfilled_late, overdue, excused, closed };
[[nodiscard]] State state_of(const Obligation& obligation, Date today);
[[nodiscard]] std::string_view name_of(State state);   ///< "fulfilled_late"
[[nodiscard]] std::string_view label_of(State state);  ///< "Hoàn thành muộn"

/// How far it is, in words: "2/3 tin, bài, còn 6 ngày", "thiếu 1 tin, bài, quá hạn 4 ngày".
[[nodiscard]] std::string progress_of(const Obligation& obligation, Date today);

}  // namespace caicach::obligation
