#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "manifest/actor.hpp"
#include "obligation/target/taken_over.hpp"
#include "plan/api.hpp"

/// Agencies that a target does not apply to ("không thuộc diện"): no revenue, no initiatives.
namespace caicach::obligation
{

struct ExclusionTag;
using ExclusionId = Id<ExclusionTag>;

/// asked: stated by the agency, not yet looked at; granted: it holds; ended: taken back by it.
enum class ExclusionState { asked, granted, refused, ended };
[[nodiscard]] std::string_view name_of(ExclusionState state);
[[nodiscard]] std::string_view label_of(ExclusionState state);
[[nodiscard]] ExclusionState exclusion_state_from(std::string_view name);

/// Of one agency and target, or one value of it. There is one at most: it is asked anew where it
/// was refused or taken back.
struct Exclusion {
    ExclusionId id{};
    plan::PlanId plan{};
    plan::ItemId lineage{};
    std::string measure{};  ///< the key of a Measure; empty: all of the target
    organisation::AgencyId agency{};
    ExclusionState state{ExclusionState::asked};
    std::string reason{};
    std::string answer{};  ///< why it was refused
    Instant asked_at{};
    AccountId asked_by{};
    std::optional<Instant> decided_at{};
    AccountId decided_by{};
    std::int64_t version{};

    /// Neither refused nor taken back.
    [[nodiscard]] bool stands() const
    {
        return state == ExclusionState::asked || state == ExclusionState::granted;
    }
    [[nodiscard]] bool is_about(plan::ItemId item, std::string_view key) const
    {
        return lineage == item && (measure.empty() || measure == key);
    }
};

/// Somebody is asked nothing, by the statement of `stated`: their own, or of one they took over.
struct Excluded {
    organisation::AgencyId agency{};
    const Exclusion* stated{};
};
/// Of those who are asked, whom `granted` takes out. What was stated of an agency speaks of what it
/// was then: it ends when it takes over one that is asked, and goes on in a new agency that has
/// only taken over such. Pure.
[[nodiscard]] std::vector<Excluded> excluded_of(const AskedAgencies& asked,
                                                const organisation::Succession& succession,
                                                std::span<const Exclusion* const> granted);

/// Who are left to be asked, now and at first.
[[nodiscard]] AskedAgencies without(AskedAgencies asked, std::span<const Excluded> excluded,
                                    std::span<const Exclusion* const> granted);

}  // namespace caicach::obligation
